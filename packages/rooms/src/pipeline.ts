import type { RejectionCode } from '@parley/protocol'
import { type Judgement, judge } from './gate/judge.ts'
import type { EditOutcome, UpdateWork, Verdict, Work } from './gate/work.ts'
import type { AppendOutcome, Decision, Entry } from './journal.ts'
import { Pace } from './pace.ts'
import type { PipelineEvents, PipelineOptions } from './pipeline-options.ts'
import { Queue } from './queue.ts'
import { Replica } from './replica.ts'
import { Saving } from './saving.ts'

interface Attempt {
  readonly batch: readonly Work[]
  judgement: Judgement | null
  hadNews: boolean
}

/** Gate steps 3 to 7 of one room: what waits is judged and stored in batches, one at a time (group commit). */
export class Pipeline<Hook, Effect> {
  readonly #options: PipelineOptions<Hook, Effect>
  readonly #events: PipelineEvents<Effect>
  readonly #queue = new Queue()
  #replica: Replica
  #state: 'idle' | 'scheduled' | 'running' | 'waiting' = 'idle'
  /** Whether the live document holds nothing but what is stored. */
  #isClean = true
  #isBehind = false
  #batchLimit: number
  #carefulLeft = 0
  readonly #saving: Saving
  #callOff: () => void = () => {}
  #isStopped = false
  readonly #pace: Pace

  constructor(replica: Replica, options: PipelineOptions<Hook, Effect>, events: PipelineEvents<Effect>) {
    this.#replica = replica
    this.#options = options
    this.#events = events
    this.#batchLimit = options.limits.batch
    this.#saving = new Saving(options.scheduler, options.limits.storePatience, events.saving)
    this.#pace = new Pace(options)
  }

  get replica(): Replica {
    return this.#replica
  }

  /** Whether the live document is what is stored, so that it may be shown. */
  get canBeShown(): boolean {
    return this.#isClean && this.#state !== 'running'
  }

  get isIdle(): boolean {
    return this.#queue.length === 0 && this.#state === 'idle' && this.#isClean
  }

  get isSaving(): boolean {
    return this.#saving.isSaving
  }

  get queuedBytes(): number {
    return this.#queue.bytes
  }

  submit(work: Work): void {
    this.#queue.push(work)
    this.#schedule()
  }

  /** Another server has written: read it, with the next batch or by itself. */
  catchUp(seq: number): void {
    if (seq <= this.#replica.seq) return
    this.#isBehind = true
    this.#schedule()
  }

  /** Ends everything; edits that wait are told `outcome`. */
  stop(outcome: EditOutcome): void {
    this.#isStopped = true
    this.#callOff()
    this.#queue.end(outcome)
    this.#replica.destroy()
  }

  #schedule(): void {
    if (this.#state !== 'idle' || this.#isStopped) return
    this.#state = 'scheduled'
    const { scheduler } = this.#options
    const { wait } = this.#pace
    if (wait > 0) this.#callOff = scheduler.after(wait, () => void this.#run())
    else scheduler.defer(() => void this.#run())
  }

  async #run(): Promise<void> {
    if (this.#isStopped) return
    this.#state = 'running'
    try {
      do {
        this.#pace.begin()
        if (!(await this.#saving.answered(this.#step()))) return this.#wait()
        this.#saving.succeeded()
        this.#pace.end()
      } while (this.#hasWork && this.#pace.wait <= 0)
    } catch (error) {
      this.#events.failed(error)
      this.#isClean = false
      return this.#wait()
    }
    this.#state = 'idle'
    if (!this.#isStopped && this.#isClean) this.#events.clean()
    if (this.#hasWork) this.#schedule()
  }

  get #hasWork(): boolean {
    return !this.#isStopped && (this.#queue.length > 0 || this.#isBehind || !this.#isClean)
  }

  /** One transaction; false where the store does not answer. */
  async #step(): Promise<boolean> {
    if (!this.#isClean && !(await this.#rebuild())) return false
    if (this.#queue.length === 0) {
      this.#isBehind = false
      return this.#follow()
    }
    const attempt: Attempt = { batch: this.#queue.take(this.#batchLimit), judgement: null, hadNews: false }
    const outcome = await this.#append(attempt)
    return !this.#isStopped && this.#settle(attempt, outcome)
  }

  async #append(attempt: Attempt): Promise<AppendOutcome<Effect>> {
    const { text, journal } = this.#options
    const people = [...new Set(attempt.batch.map((work) => work.person.id))]
    try {
      return await journal.append({ text, knownSeq: this.#replica.seq, people }, (view) => {
        if (view.missed.length > 0) {
          this.#replica.follow(view.missed)
          this.#events.followed(view.missed)
        }
        return this.#pace.measure(() => this.#decide(attempt, judge(attempt.batch, view, this.#court())))
      })
    } catch (error) {
      this.#events.failed(error)
      return { type: 'poison', error }
    }
  }

  #court() {
    const { format, limits, newClient } = this.#options
    return {
      replica: this.#replica,
      format,
      limits,
      careful: this.#carefulLeft > 0,
      newClient,
    }
  }

  #decide(attempt: Attempt, judgement: Judgement): Decision<Hook> {
    attempt.judgement = judgement
    attempt.hadNews = judgement.type === 'spoilt' || judgement.entries.length > 0
    if (judgement.type === 'spoilt' || judgement.content === null) return { type: 'abort' }
    const { entries, content } = judgement
    if (this.#isTooLarge(entries)) {
      const [only, ...more] = attempt.batch
      const culprit = more.length === 0 && only !== undefined ? only : null
      attempt.judgement = { type: 'spoilt', culprit, code: 'too-large' }
      return { type: 'abort' }
    }
    return { type: 'append', entries, content, hook: this.#options.hook(this.#replica, content) }
  }

  #isTooLarge(entries: readonly Entry[]): boolean {
    const { textBytes } = this.#options.limits
    const more = entries.reduce((sum, entry) => sum + entry.update.length, 0)
    this.#replica.bytes += more
    return this.#replica.bytes > textBytes && this.#replica.measure() > textBytes
  }

  #settle(attempt: Attempt, outcome: AppendOutcome<Effect>): boolean {
    const { batch, judgement } = attempt
    if (outcome.type === 'unavailable' || judgement === null) {
      if (outcome.type !== 'refused') return this.#postpone(attempt)
      this.#queue.putBack(batch)
      this.#events.gone()
      return true
    }
    this.#carefulLeft = Math.max(0, this.#carefulLeft - batch.length)
    switch (outcome.type) {
      case 'appended':
        if (judgement.type === 'judged') this.#store(batch, judgement, outcome)
        return true
      case 'refused':
        if (judgement.type === 'spoilt') this.#single(batch, judgement.culprit, judgement.code)
        else this.#tell(batch, judgement.verdicts)
        return true
      case 'poison':
        this.#single(batch, batch.length === 1 ? (batch[0] ?? null) : null, 'unstorable')
        return true
      default:
        return outcome satisfies never
    }
  }

  #store(
    batch: readonly Work[],
    judgement: Extract<Judgement, { type: 'judged' }>,
    outcome: Extract<AppendOutcome<Effect>, { type: 'appended' }>,
  ): void {
    const { entries, content } = judgement
    const expected = this.#replica.seq + entries.length
    const { seq } = outcome.head
    if (seq !== expected) throw new Error(`expected head ${expected}, got ${seq}`)
    this.#replica.seq = seq
    this.#batchLimit = Math.min(this.#options.limits.batch, this.#batchLimit * 2)
    const news = batch.filter((work) => judgement.verdicts.get(work)?.type === 'news')
    if (content !== null) this.#events.stored({ news, entries, content, seq, effect: outcome.effect })
    this.#tell(batch, judgement.verdicts)
  }

  #tell(batch: readonly Work[], verdicts: ReadonlyMap<Work, Verdict>): void {
    const known: UpdateWork[] = []
    for (const work of batch) {
      const verdict = verdicts.get(work)
      if (verdict?.type === 'refused') this.#refuse(work, verdict.code)
      else if (work.type === 'edit') work.settle({ type: 'committed', seq: this.#replica.seq })
      else if (verdict?.type === 'known') known.push(work)
    }
    if (known.length > 0) this.#events.known(known)
  }

  #refuse(work: Work, code: RejectionCode): void {
    if (work.type === 'edit') work.settle({ type: 'refused', code })
    // reason: what was under way with an update that was refused is dropped, not refused once more
    else if (work.era === work.session.era) this.#events.refused(work, code)
  }

  /** The live document is spoilt: refuse the culprit, or look closer at each, from a rebuilt document. */
  #single(batch: readonly Work[], culprit: Work | null, code: RejectionCode): void {
    this.#isClean = false
    const rest = batch.filter((work) => work !== culprit)
    this.#queue.putBack(rest)
    if (culprit !== null) {
      this.#refuse(culprit, code)
      return
    }
    // reason: looking at the content after each of hundreds is for texts that are read at once
    const isCareful = code === 'unsafe-content' && !this.#pace.isHeavy
    this.#carefulLeft = isCareful ? rest.length : 0
    this.#batchLimit = isCareful ? this.#batchLimit : Math.ceil(rest.length / 2)
  }

  /** Sessions' updates wait for the store; who made an edit is told that it did not happen. */
  #postpone(attempt: Attempt): false {
    if (attempt.hadNews) this.#isClean = false
    this.#queue.putBack(attempt.batch.filter((work) => work.type === 'update'))
    for (const work of attempt.batch) if (work.type === 'edit') work.settle({ type: 'unavailable' })
    return false
  }

  /** Loads the document anew, with nothing in it that is not stored. */
  async #rebuild(): Promise<boolean> {
    const { text, journal, limits } = this.#options
    const loaded = await journal.load(text)
    if (this.#isStopped || loaded.type === 'unavailable') return false
    if (loaded.type === 'absent') {
      this.#events.gone()
      return true
    }
    const old = this.#replica
    const missed =
      loaded.head.seq > old.seq ? await journal.entries(text, old.seq, loaded.head.seq - old.seq) : []
    this.#replica = this.#pace.measure(() => new Replica(loaded, limits.clientsPerPerson))
    this.#replica.inherit(old)
    old.destroy()
    this.#isClean = true
    if (missed.length > 0) this.#events.followed(missed)
    return true
  }

  async #follow(): Promise<boolean> {
    const missed = await this.#options.journal.entries(this.#options.text, this.#replica.seq, 1_000)
    if (missed.length === 0 || this.#isStopped) return true
    this.#replica.follow(missed)
    this.#events.followed(missed)
    return true
  }

  #wait(): void {
    if (this.#isStopped) return
    this.#saving.failed()
    this.#state = 'waiting'
    this.#callOff = this.#options.scheduler.after(this.#saving.wait, () => void this.#run())
    if (this.#isClean) this.#events.clean()
  }
}

import type { PersonId, TextId } from '@parley/model'
import type { CloseReason, RejectionCode } from '@parley/protocol'
import type { Access, Person } from './access.ts'
import { admit } from './admission.ts'
import { Allowances } from './allowance.ts'
import { Audience } from './audience.ts'
import { makeBell, readBell } from './bell.ts'
import { readFrame } from './frame.ts'
import { isKnown } from './gate/judge.ts'
import type { EditOutcome, EditWork } from './gate/work.ts'
import { Greetings } from './greetings.ts'
import type { LoadedText } from './journal.ts'
import { News } from './news.ts'
import type { RoomOptions, RoomOwner } from './options.ts'
import { mergeInterval } from './pace.ts'
import { Pipeline } from './pipeline.ts'
import { type StoredBatch, soleAuthor } from './pipeline-options.ts'
import { presentUser } from './presence.ts'
import { recheckAccess } from './recheck.ts'
import { Replica } from './replica.ts'
import { Rest } from './rest.ts'
import { acknowledge, type Joiner, Session } from './session.ts'

/** What a collision of client ids, which is nobody's fault, counts as a refusal. */
const collisionCost = 0.1

/** A text that is open: its live document, its sessions, and the gate between them. */
export class Room<Hook, Effect> {
  readonly text: TextId
  readonly #options: RoomOptions<Hook, Effect>
  readonly #pipeline: Pipeline<Hook, Effect>
  readonly #audience: Audience
  readonly #greetings: Greetings
  readonly #refusals: Allowances<PersonId>
  readonly #unsubscribe: () => void
  readonly #owner: RoomOwner
  readonly #news: News<Hook, Effect>
  #checkpointAt: number
  readonly #rest: Rest
  /** Grows with every `recheck`: access read before is not used after. */
  generation = 0
  #isClosed = false

  constructor(text: TextId, loaded: LoadedText, options: RoomOptions<Hook, Effect>, owner: RoomOwner) {
    this.text = text
    this.#options = options
    this.#owner = owner
    const { limits, scheduler, bus } = options
    this.#rest = new Rest(limits, scheduler)
    this.#news = new News(text, loaded.head.seq, options)
    this.#audience = new Audience(options, (people) => options.onWriters(text, people))
    const refusals = { burst: limits.refusals, perSecond: limits.refusalsPerMinute / 60 }
    this.#refusals = new Allowances(refusals, () => scheduler.now())
    this.#checkpointAt = loaded.head.seq - Math.max(0, loaded.updates.length - 1)
    const replica = new Replica(loaded, limits.clientsPerPerson)
    this.#pipeline = new Pipeline(
      replica,
      {
        ...options,
        text,
        hook: (live, content) => options.hook(live.doc, content),
        interval: () => mergeInterval(this.#audience.size, limits),
      },
      {
        followed: (entries) => {
          this.#audience.publish(entries, null, this.#replica)
          this.#news.followed(entries)
        },
        stored: (batch) => this.#stored(batch),
        known: (works) => acknowledge(works),
        refused: (work, code) => this.#refuse(work.session, code),
        clean: () => this.#clean(),
        saving: (saving) => this.#saving(saving),
        gone: () => this.#gone(),
        failed: (error) => options.onError(error, text),
      },
    )
    this.#greetings = new Greetings(this.#pipeline, this.#audience, limits)
    this.#unsubscribe = bus.subscribe(`text:${text}`, (bell) => this.#pipeline.catchUp(readBell(bell)))
  }

  get #replica(): Replica {
    return this.#pipeline.replica
  }

  /** Whether nobody is here and nothing waits, so that it may be unloaded. */
  get isIdle(): boolean {
    return this.#audience.size === 0 && this.#pipeline.isIdle
  }

  /** Whether nothing waits to be stored. */
  get isSettled(): boolean {
    return this.#pipeline.isIdle
  }

  /** Lets a session in, or says why not. */
  join(joiner: Joiner, access: Access): Session | CloseReason {
    const { limits, format, scheduler, shares } = this.#options
    if (this.#audience.size >= limits.sessionsPerText) return 'too-many'
    if (this.#audience.countOf(joiner.person.id) >= limits.sessionsPerPersonAndText) return 'too-many'
    const share = shares.of(joiner.person.id)
    const now = () => scheduler.now()
    const session = new Session(joiner, access, { version: format.version, share, limits, now })
    // reason: who cannot be told that it may only read would go on writing
    if (session.writer.isOutdated && !session.understands('policy')) return 'outdated'
    this.#audience.add(session)
    if (joiner.client !== undefined) this.#hold(session, joiner.client)
    return session
  }

  leave(session: Session): void {
    if (session.hasLeft) return
    session.leave()
    this.#greetings.forget(session)
    this.#audience.remove(session)
    if (this.#audience.size === 0) this.#owner.empty()
  }

  receive(session: Session, bytes: Uint8Array): void {
    if (session.hasLeft) return
    if (bytes.length > this.#options.limits.frameBytes) {
      this.#end(session, 'frame-too-large')
      return
    }
    const frame = readFrame(bytes)
    const isUpdate = frame.type === 'update' || frame.type === 'step2'
    if (!session.share.bytes.take(bytes.length) || !(isUpdate || session.frames.take())) {
      this.#end(session, 'too-fast')
      return
    }
    switch (frame.type) {
      case 'step1':
        // reason: the state vector is the client's; what Yjs cannot read is no message
        if (!this.#greetings.asked(session, frame.stateVector)) this.#end(session, 'bad-message')
        return
      case 'step2':
      case 'update':
        this.#admit(session, frame)
        return
      case 'awareness':
        this.#showPresence(session, frame.states)
        return
      case 'query-awareness':
        this.#audience.sendPresence(session)
        return
      case 'unknown':
      case 'bad':
        this.#end(session, frame.type === 'bad' ? 'bad-message' : 'unknown-message')
        return
      default:
        frame satisfies never
    }
  }

  /** Changes the text for a person; goes through the same gate as what sessions send. */
  edit = (person: Person, change: EditWork['change']): Promise<EditOutcome> =>
    new Promise((settle) => this.#pipeline.submit({ type: 'edit', person, change, settle }))

  /** Reads everybody's access anew: tells those for whom it has changed, closes those who may no longer read. */
  async recheck(): Promise<void> {
    this.generation += 1
    await recheckAccess(
      () => this.#audience.sessions(),
      (person) => this.#options.access(person, this.text),
      (session, reason) => this.#end(session, reason),
    )
  }

  tick(): void {
    this.#audience.tick(this.#pipeline.canBeShown ? this.#replica : null)
    this.#greetings.resume()
    this.#tellFollowed()
    this.#rest.look(this.#replica, this.#pipeline.isIdle)
  }

  /** Keeps a checkpoint where enough has been written since the last one. */
  async checkpoint(entries = this.#options.limits.checkpointEntries): Promise<void> {
    const { seq } = this.#replica
    if (!this.#pipeline.canBeShown || seq - this.#checkpointAt < entries) return
    this.#checkpointAt = seq
    try {
      await this.#options.journal.checkpoint(this.text, seq, this.#replica.state())
    } catch (error) {
      // reason: a checkpoint only makes later loads shorter
      this.#options.onError(error, this.text)
    }
  }

  close(reason: CloseReason, edits: EditOutcome = { type: 'unavailable' }): void {
    this.#isClosed = true
    for (const session of this.#audience.sessions()) this.#end(session, reason)
    this.#unsubscribe()
    this.#audience.stop()
    this.#pipeline.stop(edits)
  }

  #end(session: Session, reason: CloseReason): void {
    if (session.hasLeft) return
    session.outlet.close(reason)
    this.leave(session)
  }

  #gone(): void {
    this.close('not-found', { type: 'absent' })
    this.#owner.gone()
  }

  #admit(session: Session, frame: { readonly type: 'step2' | 'update'; readonly update: Uint8Array }): void {
    if (this.#pipeline.queuedBytes > this.#options.limits.queuedBytes) {
      this.#end(session, 'unavailable')
      return
    }
    const { limits, format } = this.#options
    const admission = admit(
      session,
      frame,
      limits,
      format.root,
      (update) => this.#pipeline.isIdle && this.#replica.hasKnown(update),
    )
    switch (admission.type) {
      case 'taken':
        return
      case 'close':
        this.#end(session, admission.reason)
        return
      case 'refuse':
        this.#refuse(session, admission.code)
        return
      case 'known':
        acknowledge([{ session, era: session.era, parts: [frame] }])
        return
      case 'judge':
        // reason: only while nothing waits, to keep the order of acknowledgements
        if (this.#pipeline.isIdle && isKnown(admission.work, this.#replica)) {
          if (frame.type === 'step2') this.#replica.keepKnown(frame.update)
          acknowledge([admission.work])
        } else if (!this.#refusals.of(session.person.id).hasLeft) this.#end(session, 'refused')
        else this.#pipeline.submit(admission.work)
        return
      default:
        admission satisfies never
    }
  }

  #refuse(session: Session, code: RejectionCode): void {
    if (session.hasLeft) return
    const cost = code === 'client-id-taken' ? collisionCost : 1
    const isAllowed = this.#refusals.of(session.person.id).take(cost)
    if (!session.refuse(code) || !isAllowed) this.#end(session, 'refused')
  }

  #stored(batch: StoredBatch<Effect>): void {
    this.#audience.publish(batch.entries, soleAuthor(batch), this.#replica)
    acknowledge(batch.news.filter((work) => work.type === 'update'))
    this.#options.bus.publish(`text:${this.text}`, makeBell(batch.seq))
    this.#news.stored(batch)
  }

  #clean(): void {
    this.#greetings.resume()
    void this.checkpoint()
    this.#tellFollowed()
    if (this.#audience.size === 0) this.#owner.empty()
  }

  #tellFollowed(): void {
    void this.#news.catchUp(() => (!this.#isClosed && this.#pipeline.canBeShown ? this.#replica : null))
  }

  #saving(saving: boolean): void {
    for (const session of this.#audience.sessions()) session.tell({ type: 'saving', saving })
    this.#options.onSaving(this.text, saving)
  }

  #showPresence(session: Session, states: Uint8Array): void {
    if (session.client === null) {
      const client = this.#audience.presence.soleClient(states)
      if (client === null) return
      this.#hold(session, client)
    }
    this.#audience.receivePresence(session, states)
  }

  /** Gives a session the client id it shows itself with; an older session of the same person with that id ends. */
  #hold(session: Session, client: number): void {
    const holder = this.#audience.holderOf(client)
    if (holder !== null && holder !== session) {
      if (holder.person.id !== session.person.id) return
      this.#end(holder, 'replaced')
    }
    if (!this.#replica.reserve(client, session.person.id)) return
    if (session.access.type === 'none') return
    const user = presentUser(session.person, session.access.membership, this.#options.colorOf)
    this.#audience.hold(client, session, user)
  }
}

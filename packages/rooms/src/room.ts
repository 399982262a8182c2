import type { PersonId, TextId } from '@parley/model'
import type { CloseReason, RejectionCode } from '@parley/protocol'
import type { Access, Person } from './access.ts'
import { admit } from './admission.ts'
import { Audience } from './audience.ts'
import { makeBell, readBell } from './bell.ts'
import { readFrame, step1Frame } from './frame.ts'
import { isKnown } from './gate/judge.ts'
import type { EditOutcome, EditWork } from './gate/work.ts'
import type { LoadedText } from './journal.ts'
import { News } from './news.ts'
import type { RoomOptions, RoomOwner } from './options.ts'
import { Pipeline } from './pipeline.ts'
import { type StoredBatch, soleAuthor } from './pipeline-options.ts'
import { presentUser } from './presence.ts'
import { recheckAccess } from './recheck.ts'
import { Replica } from './replica.ts'
import { type Joiner, Session } from './session.ts'

/** A text that is open: its live document, its sessions, and the gate between them. */
export class Room<Hook, Effect> {
  readonly text: TextId
  readonly #options: RoomOptions<Hook, Effect>
  readonly #pipeline: Pipeline<Hook, Effect>
  readonly #audience: Audience
  /** Sessions that asked for the state while the live document was not as stored, and their state vectors. */
  readonly #waiting = new Map<Session, Uint8Array>()
  readonly #refusals = new Map<PersonId, number>()
  readonly #unsubscribe: () => void
  readonly #owner: RoomOwner
  readonly #news: News<Hook, Effect>
  #checkpointAt: number
  /** Grows with every `recheck`: access read before is not used after. */
  generation = 0
  #isClosed = false

  constructor(text: TextId, loaded: LoadedText, options: RoomOptions<Hook, Effect>, owner: RoomOwner) {
    this.text = text
    this.#options = options
    this.#owner = owner
    const { limits, scheduler, bus } = options
    this.#news = new News(text, loaded.head.seq, options)
    this.#audience = new Audience(limits, scheduler, (people) => options.onWriters(text, people))
    this.#checkpointAt = loaded.head.seq - Math.max(0, loaded.updates.length - 1)
    const replica = new Replica(loaded, limits.clientsPerPerson)
    this.#pipeline = new Pipeline(
      replica,
      {
        ...options,
        text,
        hook: (live, content) => options.hook(live.doc, content),
        window: () => (this.#audience.size >= limits.manyReaders ? limits.mergeWindow : 0),
      },
      {
        followed: (entries) => {
          this.#audience.publish(entries, null, this.#replica)
          this.#news.followed(entries)
        },
        stored: (batch) => this.#stored(batch),
        known: (work) => work.session.acknowledge(work),
        refused: (work, code) => this.#refuse(work.session, code),
        clean: () => this.#clean(),
        saving: (saving) => this.#saving(saving),
        gone: () => this.#gone(),
        failed: (error) => options.onError(error, text),
      },
    )
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

  /** The last entry of the journal that is in the live document. */
  get seq(): number {
    return this.#replica.seq
  }

  /** Lets a session in, or says why not. */
  join(joiner: Joiner, access: Access): Session | CloseReason {
    const { limits, format, scheduler } = this.#options
    if (this.#audience.size >= limits.sessionsPerText) return 'too-many'
    if (this.#audience.countOf(joiner.person.id) >= limits.sessionsPerPersonAndText) return 'too-many'
    const session = new Session(joiner, access, format.version, limits.updateBurst, () => scheduler.now())
    // reason: who cannot be told that it may only read would go on writing
    if (session.writer.isOutdated && !session.understands('policy')) return 'outdated'
    this.#audience.add(session)
    if (joiner.client !== undefined) this.#hold(session, joiner.client)
    return session
  }

  leave(session: Session): void {
    if (session.hasLeft) return
    session.outbound = { type: 'left' }
    this.#waiting.delete(session)
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
    switch (frame.type) {
      case 'step1':
        this.#greet(session, frame.stateVector)
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
      this.#audience.sessions(),
      (person) => this.#options.access(person, this.text),
      (session) => this.#end(session, 'not-found'),
    )
  }

  tick(): void {
    this.#audience.tick(this.#pipeline.canBeShown ? this.#replica : null)
    this.#tellFollowed()
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

  #greet(session: Session, stateVector: Uint8Array): void {
    if (!this.#pipeline.canBeShown) {
      this.#waiting.set(session, stateVector)
      return
    }
    // reason: before the state, so that no editor that may not write is ever shown it
    if (session.outbound.type === 'unsynced') {
      session.tellAccess()
      session.tell({ type: 'saving', saving: this.#pipeline.isSaving })
    }
    try {
      session.send(this.#replica.answer(stateVector))
    } catch {
      // reason: the state vector is the client's; what Yjs cannot read is no message
      this.#end(session, 'bad-message')
      return
    }
    if (session.inbound.type !== 'open') {
      if (session.inbound.type === 'refused') session.startAgain()
      session.send(step1Frame(this.#replica.stateVector()))
    }
    session.outbound = { type: 'live' }
    this.#audience.sendPresence(session)
  }

  #admit(session: Session, frame: { readonly type: 'step2' | 'update'; readonly update: Uint8Array }): void {
    if (this.#pipeline.queuedBytes > this.#options.limits.queuedBytes) {
      this.#end(session, 'unavailable')
      return
    }
    const { limits, format, scheduler } = this.#options
    const admission = admit(session, frame, limits, format.root, scheduler.now())
    switch (admission.type) {
      case 'taken':
        return
      case 'close':
        this.#end(session, admission.reason)
        return
      case 'refuse':
        this.#refuse(session, admission.code)
        return
      case 'judge':
        // reason: only while nothing waits, to keep the order of acknowledgements
        if (this.#pipeline.isIdle && isKnown(admission.work, this.#replica))
          session.acknowledge(admission.work)
        else this.#pipeline.submit(admission.work)
        return
      default:
        admission satisfies never
    }
  }

  #refuse(session: Session, code: RejectionCode): void {
    if (session.hasLeft) return
    const { person } = session
    const refusals = (this.#refusals.get(person.id) ?? 0) + (code === 'client-id-taken' ? 0 : 1)
    this.#refusals.set(person.id, refusals)
    if (!session.refuse(code) || refusals > this.#options.limits.refusals) this.#end(session, 'refused')
  }

  #stored(batch: StoredBatch<Effect>): void {
    this.#audience.publish(batch.entries, soleAuthor(batch), this.#replica)
    for (const work of batch.news) {
      if (work.type === 'update') work.session.acknowledge(work)
    }
    this.#options.bus.publish(`text:${this.text}`, makeBell(batch.seq))
    this.#news.stored(batch)
  }

  #clean(): void {
    for (const [session, stateVector] of [...this.#waiting]) {
      this.#waiting.delete(session)
      this.#greet(session, stateVector)
    }
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

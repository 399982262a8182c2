import type { PersonId } from '@parley/model'
import * as Y from 'yjs'
import type { Access } from './access.ts'
import { step2Frame } from './frame.ts'
import { Effort } from './gate/effort.ts'
import type { Owners } from './gate/standing.ts'
import type { LoadedText, StoredEntry } from './journal.ts'
import { Tally } from './tally.ts'

/** Answers to joiners kept for one version of the document, and their bytes beyond which no more are. */
const keptAnswers = 32
const keptBytes = 4_194_304

/** The frame that answers a step 1, and the bytes that had to be gone through to make it. */
interface Answer {
  readonly frame: Uint8Array
  readonly cost: number
}

/** A document as bytes alone, while nobody writes in it: a tenth of what Yjs needs for the same. */
interface Asleep {
  /** The frame that gives a newcomer the whole document; `state` is the part of it that Yjs reads. */
  readonly frame: Uint8Array
  readonly state: Uint8Array
  readonly stateVector: Uint8Array
  readonly clocks: ReadonlyMap<number, number>
}

/**
 * The live document of a text, how far it has followed the journal, and whose the client ids are. It can be put to
 * sleep, and wakes by itself when the document is used; who only joins or comes back does not wake it.
 */
export class Replica implements Owners {
  #form!: Y.Doc | Asleep
  #effort!: Effort
  /** Whether the document was used since `wasUsed` was asked last. */
  #isUsed = true
  readonly #owners: Map<number, PersonId>
  readonly #reserved = new Tally<PersonId>()
  readonly #perPerson: number
  /** The last entry of the journal that is applied. */
  seq: number
  /** Bytes of updates applied: an upper bound of the document's size, made exact by `measure`. */
  bytes = 0
  #answers = new Map<string, Uint8Array>()
  #answersAt = -1
  #known: Uint8Array | null = null
  #answersBytes = 0

  constructor(loaded: LoadedText, clientsPerPerson: number) {
    this.#owners = new Map(loaded.clients)
    this.#perPerson = clientsPerPerson
    this.seq = loaded.head.seq
    this.#load(loaded.updates)
  }

  /** The live document; wakes it. To be asked for anew each time, since it may have slept in between. */
  get doc(): Y.Doc {
    this.#isUsed = true
    return this.#form instanceof Y.Doc ? this.#form : this.#load([this.#form.state])
  }

  /** What merging has cost since the document was loaded, loading included. */
  get effort(): Effort {
    return this.#effort
  }

  /** Whether the document was used since this was asked last. */
  wasUsed(): boolean {
    const wasUsed = this.#isUsed
    this.#isUsed = false
    return wasUsed
  }

  get isAsleep(): boolean {
    return this.#asleep !== null
  }

  get #asleep(): Asleep | null {
    return this.#form instanceof Y.Doc ? null : this.#form
  }

  /** Keeps the document as bytes until it is used again, and forgets what was made for joiners. */
  fallAsleep(): void {
    this.#forgetAnswers()
    const doc = this.#form
    if (!(doc instanceof Y.Doc)) return
    const state = Y.encodeStateAsUpdate(doc)
    const frame = step2Frame(state)
    const stateVector = Y.encodeStateVector(doc)
    this.#form = {
      frame,
      state: frame.subarray(frame.length - state.length),
      stateVector,
      clocks: Y.decodeStateVector(stateVector),
    }
    // What a client brings that has everything.
    this.#known = Y.encodeStateAsUpdate(doc, stateVector)
    this.bytes = state.length
    doc.destroy()
  }

  #load(updates: readonly Uint8Array[]): Y.Doc {
    const doc = new Y.Doc()
    this.#form = doc
    this.#effort = Effort.of(doc)
    this.bytes = 0
    // reason: between two transactions Yjs would remove formatting that has lost its meaning, which nobody has stored
    const load = () =>
      doc.transact(() => {
        for (const update of updates) {
          Y.applyUpdate(doc, update)
          this.bytes += update.length
        }
      })
    this.#effort.within(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, load)
    for (const structs of doc.store.clients.values()) this.#effort.know(structs.length)
    return doc
  }

  #clockOf(client: number): number {
    return this.#form instanceof Y.Doc
      ? Y.getState(this.#form.store, client)
      : (this.#form.clocks.get(client) ?? 0)
  }

  #forgetAnswers(): void {
    this.#answers = new Map()
    this.#answersAt = this.seq
    this.#answersBytes = 0
  }

  ownerOf(client: number): PersonId | null {
    return this.#owners.get(client) ?? null
  }

  roomFor(person: PersonId): number {
    return this.#perPerson - this.#reserved.of(person)
  }

  /** Keeps a client id for a person before its first update; false where it is another's or there are too many. */
  reserve(client: number, person: PersonId): boolean {
    const owner = this.ownerOf(client)
    if (owner !== null) return owner === person
    if (this.#clockOf(client) > 0 || this.roomFor(person) <= 0) return false
    this.#reserved.add(person)
    this.#owners.set(client, person)
    return true
  }

  /** Takes over reservations from before a rebuild. */
  inherit(other: Replica): void {
    for (const [client, person] of other.#owners)
      if (this.ownerOf(client) === null) this.reserve(client, person)
  }

  /** Applies what other servers wrote. */
  follow(missed: readonly StoredEntry[]): void {
    for (const entry of missed) {
      if (entry.seq <= this.seq) continue
      if (entry.seq !== this.seq + 1) throw new Error(`expected entry ${this.seq + 1}, got ${entry.seq}`)
      Y.applyUpdate(this.doc, entry.update)
      this.bytes += entry.update.length
      this.seq = entry.seq
      const { author } = entry
      if (author.type === 'person')
        for (const client of entry.clients) this.#owners.set(client, author.person)
    }
  }

  /** The size of the document's whole state in bytes. */
  measure(): number {
    this.bytes = this.state().length
    return this.bytes
  }

  /** The whole document as one update. */
  state(): Uint8Array {
    return this.#asleep?.state ?? Y.encodeStateAsUpdate(this.doc)
  }

  /** What a holder of `stateVector` lacks; throws where that is none. */
  since(stateVector: Uint8Array): Uint8Array {
    const asleep = this.#asleep
    return asleep ? Y.diffUpdate(asleep.state, stateVector) : Y.encodeStateAsUpdate(this.doc, stateVector)
  }

  /** What of a client's state vector is about this document, in one order; `null` where the bytes are none. */
  knownOf(stateVector: Uint8Array): Uint8Array | null {
    try {
      const known: [client: number, clock: number][] = []
      for (const [client, clock] of Y.decodeStateVector(stateVector)) {
        const state = this.#clockOf(client)
        if (state > 0 && clock > 0) known.push([client, Math.min(clock, state)])
      }
      return Y.encodeStateVector(new Map(known.sort(([a], [b]) => a - b)))
    } catch {
      // reason: the bytes are the client's
      return null
    }
  }

  /** Answers a step 1 whose state vector `knownOf` gave; made once for each version and state vector. */
  answer(known: Uint8Array): Answer {
    if (this.#answersAt !== this.seq || this.#answers.size >= keptAnswers || this.#answersBytes > keptBytes) {
      this.#forgetAnswers()
    }
    // reason: a state vector of nobody is a single zero
    const asleep = this.#asleep
    if (asleep !== null && known.length === 1) return { frame: asleep.frame, cost: asleep.frame.length }
    const key = Buffer.from(known).toString('latin1')
    const kept = this.#answers.get(key)
    if (kept !== undefined) return { frame: kept, cost: kept.length }
    const frame = step2Frame(this.since(known))
    this.#answers.set(key, frame)
    this.#answersBytes += frame.length
    // reason: every answer goes through all that was ever deleted, however little there is to say
    return { frame, cost: Math.max(frame.length, this.bytes) }
  }

  stateVector(): Uint8Array {
    return this.#asleep?.stateVector ?? Y.encodeStateVector(this.doc)
  }

  /** The state vector as it was before `update`, the last one applied. */
  stateVectorBefore(update: Uint8Array): Uint8Array {
    const clocks = Y.decodeStateVector(this.stateVector())
    for (const [client, clock] of Y.parseUpdateMeta(update).from) clocks.set(client, clock)
    return Y.encodeStateVector(clocks)
  }

  /** Whether an update is, byte for byte, the last that was known: who comes back brings what all the others bring. */
  hasKnown(update: Uint8Array): boolean {
    return this.#known !== null && Buffer.compare(this.#known, update) === 0
  }

  /** Remembers an update that the document has; it stays known, since nothing is ever taken out. */
  keepKnown(update: Uint8Array): void {
    this.#known = update
  }

  destroy(): void {
    if (this.#form instanceof Y.Doc) this.#form.destroy()
  }
}

/** Whether access allows writing. */
export const mayWrite = (access: Access): access is Extract<Access, { type: 'write' }> =>
  access.type === 'write'

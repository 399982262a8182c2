import type { PersonId } from '@parley/model'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import type { Membership, Person } from './access.ts'

/** What others are told of a session; set by the server, whatever the client claims. */
export interface PresentUser {
  readonly person: string
  readonly name: string
  readonly party: string
  readonly partyName: string
  readonly partyKind: string
  /** `#rrggbb`, as y-tiptap's carets want it. */
  readonly color: string
}

/** How others see a person of a party. */
export function presentUser(
  person: Person,
  membership: Membership,
  colorOf: (person: PersonId, membership: Membership) => string,
): PresentUser {
  const { party, partyName, partyKind } = membership
  const color = colorOf(person.id, membership)
  return { person: person.id, name: person.name, party, partyName, partyKind, color }
}

interface State {
  readonly user: PresentUser
  clock: number
  /** The client's own JSON; read only when it is shown. */
  raw: string
  shown: boolean
}

/**
 * Who is in a room, by Yjs client id. Each session shows one id, its own; states about other ids, which stock clients
 * relay, are passed over. Clocks are the server's and follow its time, so that they grow across restarts: clients
 * remember the clocks of ids they have seen.
 */
export class Presence {
  readonly #states = new Map<number, State>()
  readonly #clocks = new Map<number, number>()
  readonly #dirty = new Set<number>()
  readonly #now: () => number
  readonly #stateBytes: number
  readonly #root: string

  /** `root` is the name of the only root that carets may stand in. */
  constructor(now: () => number, stateBytes: number, root: string) {
    this.#now = now
    this.#stateBytes = stateBytes
    this.#root = root
  }

  /** Ids whose state has changed since the last `takeDirty`. */
  get hasDirty(): boolean {
    return this.#dirty.size > 0
  }

  takeDirty(): readonly number[] {
    const dirty = [...this.#dirty]
    this.#dirty.clear()
    return dirty
  }

  /** Ids that show a state now. */
  ids(): readonly number[] {
    return [...this.#states].filter(([, state]) => state.shown).map(([client]) => client)
  }

  /**
   * The states of all others as an awareness update for who has just come, or `null` where nobody is here. Their clocks
   * move on: who comes back remembers the old ones, and would take the same again for no news.
   */
  encodeFor(own: number | null): Uint8Array | null {
    const others = this.ids().filter((client) => client !== own)
    for (const client of others) {
      const state = this.#states.get(client)
      if (state !== undefined) state.clock = Math.max(state.clock + 1, this.#now())
    }
    return others.length === 0 ? null : this.encode(others)
  }

  /** Ids whose state has a caret. */
  writing(): readonly number[] {
    return [...this.#states]
      .filter(([, state]) => state.shown && cursorIn(state.raw, this.#root) !== null)
      .map(([client]) => client)
  }

  /** The id in an update that tells of one present client only, as a stock client sends about itself on joining. */
  soleClient(states: Uint8Array): number | null {
    let only: number | null = null
    for (const [client, raw] of readStates(states)) {
      if (only !== null || raw === 'null') return null
      only = client
    }
    return only
  }

  /** Lets an id be shown, as this user; nobody else may hold it. */
  hold(client: number, user: PresentUser): void {
    this.#states.set(client, { user, clock: 0, raw: '', shown: false })
  }

  /** The last state that a session's client sent about itself; what it says of others counts for nothing. */
  receive(client: number, states: Uint8Array): void {
    const state = this.#states.get(client)
    if (state === undefined) return
    for (const [id, raw] of readStates(states)) {
      if (id !== client || raw.length > this.#stateBytes) continue
      const shown = raw !== 'null'
      if (!shown && !state.shown) continue
      state.raw = raw
      state.shown = shown
      this.#touch(client, state)
    }
  }

  /** Forgets an id; the others are shown that it left. */
  leave(client: number): void {
    const state = this.#states.get(client)
    if (state === undefined) return
    this.#states.delete(client)
    if (state.shown) this.#dirty.add(client)
    this.#clocks.set(client, Math.max(state.clock + 1, this.#now()))
  }

  /** The states of some ids as an awareness update; `null` for those who left. */
  encode(clients: readonly number[]): Uint8Array {
    return encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, clients.length)
      for (const client of clients) {
        const state = this.#states.get(client)
        encoding.writeVarUint(encoder, client)
        encoding.writeVarUint(encoder, state?.clock ?? this.#clocks.get(client) ?? this.#now())
        encoding.writeVarString(encoder, state?.shown ? JSON.stringify(present(state, this.#root)) : 'null')
      }
    })
  }

  #touch(client: number, state: State): void {
    state.clock = Math.max(state.clock + 1, this.#now(), this.#clocks.get(client) ?? 0)
    this.#dirty.add(client)
  }
}

/** The ids and raw states of an awareness update; stops without a word where the bytes end too early. */
function* readStates(bytes: Uint8Array): Generator<readonly [client: number, raw: string]> {
  try {
    const decoder = decoding.createDecoder(bytes)
    const count = decoding.readVarUint(decoder)
    for (let state = 0; state < count; state++) {
      const client = decoding.readVarUint(decoder)
      decoding.readVarUint(decoder)
      yield [client, decoding.readVarString(decoder)]
    }
  } catch {
    return
  }
}

/** The state as others see it: the server's user and, where it is one, the client's caret. */
function present(state: State, root: string): { user: PresentUser; cursor?: unknown } {
  const cursor = cursorIn(state.raw, root)
  return cursor === null ? { user: state.user } : { user: state.user, cursor }
}

/** y-tiptap's caret: two relative positions. Where one is none the others' editors would fail on it: no caret then. */
function cursorIn(raw: string, root: string): unknown {
  try {
    const state: unknown = JSON.parse(raw)
    if (typeof state !== 'object' || state === null || !('cursor' in state)) return null
    const { cursor } = state
    if (typeof cursor !== 'object' || cursor === null || !('anchor' in cursor) || !('head' in cursor))
      return null
    const [anchor, head] = [position(cursor.anchor, root), position(cursor.head, root)]
    return anchor && head && { anchor, head }
  } catch {
    return null
  }
}

/** The known parts of a relative position's JSON (yjs/src/utils/RelativePosition.js), or `null` where it says no place. */
function position(json: unknown, root: string): Record<string, unknown> | null {
  if (typeof json !== 'object' || json === null) return null
  const { type, item, tname, assoc } = json as Record<string, unknown>
  const kept: Record<string, unknown> = {}
  if (isYjsId(type)) kept.type = { client: type.client, clock: type.clock }
  if (isYjsId(item)) kept.item = { client: item.client, clock: item.clock }
  // reason: the name of another root would make Yjs create that root in everybody's document
  if (tname === root) kept.tname = tname
  if (Object.keys(kept).length === 0) return null
  return typeof assoc === 'number' ? { ...kept, assoc } : kept
}

function isYjsId(value: unknown): value is { client: number; clock: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'client' in value &&
    'clock' in value &&
    isNatural(value.client) &&
    isNatural(value.clock)
  )
}

const isNatural = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0

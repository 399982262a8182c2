import { Reader } from './reader.ts'
import { contentLength } from './scan-content.ts'
import { ScanError } from './scan-error.ts'

/** Clocks of one client, `start` included and `end` not. */
interface ClockRange {
  readonly client: number
  readonly start: number
  readonly end: number
}

/** What the bytes of an update say by themselves, before Yjs sees them. */
export interface Scan {
  /** What it inserts; one range a client, without gaps. */
  readonly inserts: readonly ClockRange[]
  /** For each client it builds on, the highest clock it names. */
  readonly needs: ReadonlyMap<number, number>
  /** What it deletes; the ranges of a client are in order and do not overlap. */
  readonly deletes: readonly ClockRange[]
}

export type ScanOutcome =
  | { readonly type: 'scanned'; readonly scan: Scan }
  | {
      readonly type: 'refused'
      readonly code: 'malformed' | 'not-allowed' | 'unknown-dependency' | 'too-large'
    }

/** Clocks are counted in characters; no honest client comes near. */
const highestClock = 0x7fff_ffff

/** Structs in one update; ten thousand rows are pasted with fewer, and each costs Yjs some ten microseconds at once. */
const mostStructs = 20_000

/**
 * Reads a V1 update (yjs/src/utils/encoding.js) with bounds: no count may exceed the bytes that are left, only kinds of
 * content that texts have are allowed, and the only root is `root`. Costs at most one pass over the bytes.
 */
export function scanUpdate(bytes: Uint8Array, root: string): ScanOutcome {
  try {
    const reader = new Reader(bytes)
    const scan = { ...scanStructs(reader, root), deletes: scanDeletes(reader) }
    if (reader.left !== 0) throw new ScanError('malformed')
    return { type: 'scanned', scan }
  } catch (error) {
    if (error instanceof ScanError) return { type: 'refused', code: error.code }
    throw error
  }
}

function scanStructs(reader: Reader, root: string): Pick<Scan, 'inserts' | 'needs'> {
  const inserts: ClockRange[] = []
  const needs = new Map<number, number>()
  const seen = new Set<number>()
  let all = 0
  for (let clients = reader.count(); clients > 0; clients--) {
    let structs = reader.count()
    all += structs
    if (all > mostStructs) throw new ScanError('too-large')
    const client = reader.client()
    const start = reader.uint()
    if (seen.has(client) || structs === 0) throw new ScanError('malformed')
    seen.add(client)
    let end = start
    for (; structs > 0; structs--) {
      end += scanStruct(reader, root, needs, { client, clock: end })
      if (end > highestClock) throw new ScanError('malformed')
    }
    inserts.push({ client, start, end })
  }
  return { inserts, needs }
}

/** A struct's own place, which what it builds on must come before. */
interface Place {
  readonly client: number
  readonly clock: number
}

/** Reads one struct and gives its length in clocks. */
function scanStruct(reader: Reader, root: string, needs: Map<number, number>, place: Place): number {
  const info = reader.byte()
  const kind = info & 0b11111
  if (kind === 0) return positive(reader.uint())
  // reason: a Skip says that clocks are missing here, so the rest would stay pending
  if (kind === 10) throw new ScanError('unknown-dependency')
  if ((info & 0b1000_0000) !== 0) need(needs, reader, place)
  if ((info & 0b0100_0000) !== 0) need(needs, reader, place)
  if ((info & 0b1100_0000) === 0) {
    if (reader.uint() !== 1) need(needs, reader, place)
    else if (reader.string() !== root) throw new ScanError('not-allowed')
    if ((info & 0b0010_0000) !== 0) reader.key()
  }
  return positive(contentLength(reader, kind))
}

function need(needs: Map<number, number>, reader: Reader, place: Place): void {
  const client = reader.client()
  const clock = reader.uint()
  if (client === place.client && clock >= place.clock) throw new ScanError('malformed')
  const highest = needs.get(client)
  if (highest === undefined || clock > highest) needs.set(client, clock)
}

function scanDeletes(reader: Reader): ClockRange[] {
  const deletes: ClockRange[] = []
  const seen = new Set<number>()
  for (let clients = reader.count(); clients > 0; clients--) {
    const client = reader.client()
    if (seen.has(client)) throw new ScanError('malformed')
    seen.add(client)
    let before = 0
    for (let ranges = reader.count(); ranges > 0; ranges--) {
      const start = reader.uint()
      const end = start + positive(reader.uint())
      // reason: Yjs writes them sorted and merged; the same range a thousand times costs a thousand walks
      if (end > highestClock || start < before) throw new ScanError('malformed')
      deletes.push({ client, start, end })
      before = end
    }
  }
  return deletes
}

function positive(length: number): number {
  if (length <= 0) throw new ScanError('malformed')
  return length
}

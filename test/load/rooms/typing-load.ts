import { Link } from './link.ts'
import { pause } from './pause.ts'
import { Probe } from './probe.ts'
import type { Running } from './running.ts'
import { Typist } from './typing.ts'

/** Who types into one text, and who reads along. */
export interface TypingLoad {
  readonly readers: number
  readonly writers: number
  /** Updates a second of all writers together, and for how long. */
  readonly rate: number
  readonly seconds: number
}

export interface TypingResult {
  /** Updates that came to readers. */
  readonly delivered: number
  /** Seconds of the server's CPU for all of it. */
  readonly cpu: number
  readonly latencies: readonly number[]
  /** Whether everything came to everybody who was looked at. */
  readonly complete: boolean
}

/** Readers that look at what comes; the others only count its bytes. */
const probes = 3

/** The base of every text, for a server that has none to give: a relay. */
export type StateOf = (link: Link) => Promise<Uint8Array>

interface Writer {
  readonly link: Link
  readonly frames: readonly Uint8Array[]
  readonly times: Float64Array
}

/** Lets writers type into a text at a steady rate and measures what comes out at the readers. */
export async function typeInto(
  running: Running,
  text: string,
  { readers, writers, rate, seconds }: TypingLoad,
  stateOf: StateOf = (link) => link.synced,
): Promise<TypingResult> {
  const total = Math.round(rate * seconds)
  const each = Math.ceil(total / writers)
  const sent = new Map<number, Float64Array>()
  const looking: Probe[] = []
  const links = Array.from({ length: readers }, (_, number) => {
    if (number >= Math.min(probes, readers)) return new Link(running, text, number)
    const probe = new Probe(sent)
    looking.push(probe)
    return new Link(running, text, number, { update: (update) => probe.receive(update) })
  })
  await Promise.all(links.map((link) => link.synced))
  const typing = await Promise.all(
    Array.from({ length: writers }, async (_, number): Promise<Writer> => {
      const link = new Link(running, text, readers + number)
      const typist = new Typist(await stateOf(link), number)
      const frames = Array.from({ length: each }, () => link.prepare(typist.next()))
      const times = new Float64Array(each)
      sent.set(typist.client, times)
      return { link, frames, times }
    }),
  )
  await pause(200)
  const bytes = links.map((link) => link.bytes)
  const cpu = running.process.cpu()
  await sendSteadily(typing, rate)
  const wanted = each * writers
  await settled(() => looking.every(({ seen }) => seen >= wanted))
  const result = {
    cpu: running.process.cpu() - cpu,
    latencies: looking.flatMap(({ latencies }) => latencies),
    complete: looking.every(({ seen }) => seen >= wanted),
  }
  await pause(50)
  // reason: readers that only count got what the others got where as many bytes came to them
  const most = Math.max(...links.map((link, at) => link.bytes - (bytes[at] ?? 0)))
  const shares = links.map((link, at) => (link.bytes - (bytes[at] ?? 0)) / most)
  const seen = Math.max(...looking.map((probe) => probe.seen))
  for (const { link } of typing) link.end()
  for (const link of links) link.end()
  return { ...result, delivered: Math.round(shares.reduce((sum, share) => sum + share * seen, 0)) }
}

/** Sends in turn, each when it is due; what is late is sent at once. */
async function sendSteadily(writers: readonly Writer[], rate: number): Promise<void> {
  const began = performance.now()
  const each = writers[0]?.frames.length ?? 0
  const total = each * writers.length
  for (let next = 0; next < total; ) {
    const due = Math.min(total, Math.ceil(((performance.now() - began) / 1_000) * rate))
    for (; next < due; next++) {
      const writer = writers[next % writers.length]
      const at = Math.floor(next / writers.length)
      const frame = writer?.frames[at]
      if (writer === undefined || frame === undefined) continue
      writer.times[at] = performance.now()
      writer.link.sendPrepared(frame)
    }
    await new Promise((resolve) => (rate > 2_000 ? setImmediate(resolve) : setTimeout(resolve, 1)))
  }
}

/** Waits until it holds, or for three seconds. */
async function settled(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 3_000
  while (!holds() && performance.now() < deadline) await pause(5)
}

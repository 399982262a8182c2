import { Link } from './link.ts'
import { pause } from './pause.ts'
import { Probe } from './probe.ts'
import type { Running } from './running.ts'
import { Typist } from './typing.ts'

export interface ManyTextsResult {
  readonly cpu: number
  readonly latencies: readonly number[]
}

/** Two clients in each text, one of which types an update a second while the other reads. */
export async function measureManyTexts(running: Running, seconds: number): Promise<ManyTextsResult> {
  const sent = new Map<number, Float64Array>()
  const probes: Probe[] = []
  const writers: { link: Link; frames: readonly Uint8Array[]; times: Float64Array }[] = []
  const readers: Link[] = []
  for (const [number, text] of running.texts.entries()) {
    const probe = new Probe(sent)
    probes.push(probe)
    const reader = new Link(running, text, number, { update: (update) => probe.receive(update) })
    const link = new Link(running, text, number + 1)
    const [state] = await Promise.all([link.synced, reader.synced])
    const typist = new Typist(state, number)
    const times = new Float64Array(seconds)
    sent.set(typist.client, times)
    readers.push(reader)
    const frames = Array.from({ length: seconds }, () => link.prepare(typist.next()))
    writers.push({ link, frames, times })
  }
  await pause(500)
  const cpu = running.process.cpu()
  const began = performance.now()
  const total = writers.length * seconds
  for (let next = 0; next < total; await pause(1)) {
    const due = Math.min(total, Math.ceil(((performance.now() - began) / 1_000) * writers.length))
    for (; next < due; next++) {
      const writer = writers[next % writers.length]
      const at = Math.floor(next / writers.length)
      const frame = writer?.frames[at]
      if (writer === undefined || frame === undefined) continue
      writer.times[at] = performance.now()
      writer.link.sendPrepared(frame)
    }
  }
  await pause(500)
  const result = {
    cpu: (running.process.cpu() - cpu) / seconds,
    latencies: probes.flatMap(({ latencies }) => latencies),
  }
  for (const { link } of writers) link.end()
  for (const reader of readers) reader.end()
  return result
}

import { measureCommit } from './commit.ts'
import type { Contender, Contenders } from './contenders.ts'
import type { Extent } from './extents.ts'
import { measureGate } from './gate.ts'
import { afresh, burden, openAtOnce, returnAtOnce } from './joining.ts'
import { measureKills } from './kills.ts'
import { Link } from './link.ts'
import { measureManyTexts } from './many-texts.ts'
import { measureMemory } from './memory.ts'
import { pause } from './pause.ts'
import { quantile } from './probe.ts'
import { figure, type Row } from './rows.ts'
import type { Running } from './running.ts'
import { sampleUpdate } from './sample-texts.ts'
import { measureScrolling } from './scrolling.ts'
import { type TypingLoad, type TypingResult, typeInto } from './typing-load.ts'

type Name = keyof Contenders
type Measured<Result> = Partial<Record<Name, Result>>

/** Runs a measurement on each of some servers, one after the other, each started anew. */
async function on<Result>(
  contenders: Contenders,
  names: readonly Name[],
  { texts, people = 100 }: { readonly texts: number; readonly people?: number },
  measure: (running: Running) => Promise<Result>,
): Promise<Measured<Result>> {
  const results: Measured<Result> = {}
  for (const name of names) {
    const contender: Contender = contenders[name]
    let running: Running | null = null
    try {
      running = await contender.start(texts, people)
      results[name] = await measure(running)
    } catch (error) {
      console.error(`${contender.name} could not be measured:`, error)
    } finally {
      await running?.stop()
    }
  }
  return results
}

const shown = <Result>(results: Measured<Result>, show: (result: Result) => string): Row['values'] =>
  Object.fromEntries(Object.entries(results).map(([name, result]) => [name, show(result)]))

const ratio = (one: number | undefined, other: number | undefined): number =>
  (one ?? Number.NaN) / (other ?? Number.NaN)

const all: readonly Name[] = [
  'parley',
  'yWebsocket',
  'yWebsocketStored',
  'hocuspocus',
  'hocuspocusStored',
  'relay',
  'coalescingRelay',
]
const documents = all.slice(0, 5)

const typed = (running: Running, load: TypingLoad): Promise<TypingResult> =>
  typeInto(
    running,
    running.texts[0] ?? '',
    load,
    running.dialect === 'relay' ? async () => sampleUpdate(0) : undefined,
  )

const perSecond = ({ delivered, cpu }: TypingResult): number => delivered / cpu
const median = ({ latencies }: { readonly latencies: readonly number[] }): number => quantile(latencies, 0.5)
const slowest = ({ latencies }: { readonly latencies: readonly number[] }): number =>
  quantile(latencies, 0.99)

async function measureModerate(contenders: Contenders, { seconds }: Extent): Promise<readonly Row[]> {
  const load = { readers: 50, writers: 10, rate: 200, seconds }
  const results = await on(contenders, all, { texts: 3 }, (running) => typed(running, load))
  const { parley, yWebsocket } = results
  const times = ratio(parley && perSecond(parley), yWebsocket && perSecond(yWebsocket))
  const p50 = parley ? median(parley) : Number.NaN
  return [
    {
      what: 'updates delivered a CPU second, 50 readers, 10 writers, 200/s (p50 ms)',
      values: shown(results, (result) => `${figure(perSecond(result))} (${figure(median(result))})`),
      goal: '≥ 1.3 × y-websocket, p50 < 12 ms',
      outcome: `${figure(times)} ×, ${figure(p50)} ms`,
      isMet: times >= 1.3 && p50 < 12,
    },
  ]
}

/** The most at which 99 of 100 updates come within 100 ms, and the rate at which it was. */
async function saturated(running: Running, { rates, seconds }: Extent) {
  let best: { readonly rate: number; readonly result: TypingResult } | null = null
  for (const rate of rates) {
    const result = await typed(running, { readers: 50, writers: 10, rate, seconds: Math.min(4, seconds) })
    if (!result.complete || slowest(result) >= 100) break
    if (best === null || perSecond(result) > perSecond(best.result)) best = { rate, result }
  }
  if (best === null) throw new Error('too slow at the lowest rate')
  return best
}

async function measureSaturation(contenders: Contenders, extent: Extent): Promise<readonly Row[]> {
  const results = await on(contenders, all, { texts: 3 }, (running) => saturated(running, extent))
  const { parley, hocuspocus } = results
  const times = ratio(parley && perSecond(parley.result), hocuspocus && perSecond(hocuspocus.result))
  return [
    {
      what: 'the same at saturation, p99 < 100 ms (at updates/s)',
      values: shown(results, ({ result, rate }) => `${figure(perSecond(result))} (${rate})`),
      goal: '≥ 2 × hocuspocus',
      outcome: `${figure(times)} ×`,
      isMet: times >= 2,
    },
  ]
}

async function measurePropagation(contenders: Contenders, { seconds }: Extent): Promise<readonly Row[]> {
  const load = { readers: 10, writers: 10, rate: 25, seconds: seconds * 2 }
  const results = await on(contenders, all, { texts: 3 }, (running) => typed(running, load))
  const commit = await measureCommit(load.rate)
  const { parley, yWebsocket } = results
  const goal = (value: (result: TypingResult) => number, part: number) =>
    2 * (yWebsocket ? value(yWebsocket) : Number.NaN) + part
  const [p50, p99] = [goal(median, commit.p50), goal(slowest, commit.p99)]
  return [
    {
      what: 'propagation p50 / p99 ms, 20 clients, 25 updates/s, commit included',
      values: shown(results, (result) => `${figure(median(result))} / ${figure(slowest(result))}`),
      goal: `≤ 2 × y-websocket + commit (${figure(commit.p50)} / ${figure(commit.p99)})`,
      outcome: `${parley ? `${figure(median(parley))} / ${figure(slowest(parley))}` : '–'} of ${figure(p50)} / ${figure(p99)}`,
      isMet: parley !== undefined && median(parley) <= p50 && slowest(parley) <= p99,
    },
  ]
}

async function measureTexts(contenders: Contenders, { texts, seconds }: Extent): Promise<readonly Row[]> {
  const results = await on(contenders, documents, { texts }, (running) => measureManyTexts(running, seconds))
  const times = ratio(results.parley?.cpu, results.hocuspocusStored?.cpu)
  return [
    {
      what: `${texts} texts × 2 clients, 1 update/s each: CPU % (p50 ms)`,
      values: shown(results, (result) => `${figure(result.cpu * 100)} (${figure(median(result))})`),
      goal: '≤ 1.5 × hocuspocus + SQLite',
      outcome: `${figure(times)} ×`,
      isMet: times <= 1.5,
    },
  ]
}

async function measureScroll(contenders: Contenders, { seconds }: Extent): Promise<readonly Row[]> {
  const load = { people: 100, open: 30, turns: 5, seconds }
  const results = await on(contenders, documents, { texts: 300 }, (running) =>
    measureScrolling(running, load),
  )
  const p95 = results.parley ? quantile(results.parley.latencies, 0.95) : Number.NaN
  return [
    {
      what: '100 people × 30 open texts, 5 opened and closed a second each: p95 ms to in step (CPU %)',
      values: shown(
        results,
        ({ latencies, cpu }) => `${figure(quantile(latencies, 0.95))} (${figure(cpu * 100)})`,
      ),
      goal: '< 50 ms',
      outcome: `${figure(p95)} ms`,
      isMet: p95 < 50,
    },
  ]
}

async function measureHeavy(contenders: Contenders, { edits }: Extent): Promise<readonly Row[]> {
  const results = await on(contenders, documents, { texts: 2 }, async (running) => {
    const [text = '', small = ''] = running.texts
    await burden(running, text, { edits, length: 5_000, seed: 1 })
    await afresh(running)
    // reason: what a server has just started with, code that nothing has run yet, is no property of the text
    await openAtOnce(running, small, 500)
    const before = running.process.cpu()
    // reason: most peers hold every text in memory for good; here it is for all of them, and loading it a figure of its own
    const first = new Link(running, text, 0)
    await first.synced
    const load = running.process.cpu() - before
    await pause(5_000)
    const open = await openAtOnce(running, text, 200)
    first.end()
    return {
      load,
      open,
      back: await returnAtOnce(running, text, 500),
      backSmall: await returnAtOnce(running, small, 500),
    }
  })
  const { parley, yWebsocket } = results
  const open = ratio(parley?.open, yWebsocket?.open)
  const back = ratio(parley?.back, yWebsocket?.back)
  const small = ratio(parley?.backSmall, yWebsocket?.backSmall)
  return [
    {
      what: `200 clients open a text of ${edits.toLocaleString('en')} edits at once: CPU s (to load it first)`,
      values: shown(results, (result) => `${figure(result.open)} (${figure(result.load)})`),
      goal: '≤ 1/10 of y-websocket',
      outcome: `${figure(open)} ×`,
      isMet: open <= 0.1,
    },
    {
      what: '500 clients reconnect to it with nothing new: CPU s',
      values: shown(results, (result) => figure(result.back)),
      goal: '≤ 1/3 of y-websocket',
      outcome: `${figure(back)} ×`,
      isMet: back <= 1 / 3,
    },
    {
      what: '500 clients reconnect to a text that was only imported: CPU s',
      values: shown(results, (result) => figure(result.backSmall)),
      goal: '≤ 1/3 of y-websocket',
      outcome: `${figure(small)} ×`,
      isMet: small <= 1 / 3,
    },
  ]
}

async function measureIdle(contenders: Contenders, { idleTexts }: Extent): Promise<readonly Row[]> {
  const results = await on(contenders, documents, { texts: idleTexts + 1 }, (running) =>
    measureMemory(running, 15_000),
  )
  const size = results.parley?.state ?? Number.NaN
  const times = ratio(results.parley?.used, results.yWebsocket?.used)
  return [
    {
      what: `kB in memory for an open idle text of ${figure(size / 1_000)} kB, one reader (of the whole process)`,
      values: shown(results, ({ used, rss }) => `${figure(used / 1_000)} (${figure(rss / 1_000)})`),
      goal: '≤ 1/3 of y-websocket',
      outcome: `${figure(times)} ×`,
      isMet: times <= 1 / 3,
    },
  ]
}

async function measureLoss(contenders: Contenders, { kills }: Extent): Promise<readonly Row[]> {
  const results = await on(contenders, ['parley', 'hocuspocusStored'], { texts: 1 }, (running) =>
    measureKills(running, kills),
  )
  const lost = results.parley?.lost ?? Number.NaN
  return [
    {
      what: `acknowledged updates lost in ${kills} kills, all clients gone (of so many)`,
      values: shown(results, (result) => `${result.lost} (${result.acknowledged})`),
      goal: '0',
      outcome: String(lost),
      isMet: lost === 0,
    },
  ]
}

async function measureJudging(): Promise<readonly Row[]> {
  const cost = await measureGate(10_000)
  return [
    {
      what: 'the gate for an update of a requirement of three paragraphs: µs',
      values: { parley: figure(cost) },
      goal: '< 60 µs',
      outcome: `${figure(cost)} µs`,
      isMet: cost < 60,
    },
  ]
}

/** Everything that is measured, by the name it has on the command line. */
export const measurements: Readonly<
  Record<string, (contenders: Contenders, extent: Extent) => Promise<readonly Row[]>>
> = {
  moderate: measureModerate,
  saturation: measureSaturation,
  propagation: measurePropagation,
  texts: measureTexts,
  scroll: measureScroll,
  heavy: measureHeavy,
  idle: measureIdle,
  kills: measureLoss,
  gate: measureJudging,
}

import { cpus, loadavg } from 'node:os'
import { measureImport } from './import.ts'
import { measureOpening } from './open.ts'
import { measurePropagation } from './propagation.ts'
import { measureScrolling } from './scroll.ts'
import { measureStart } from './start.ts'
import { measureTyping } from './typing.ts'
import { startWorld, type World } from './world.ts'

const inWorld = (measure: (world: World) => Promise<void>) => async (): Promise<void> => {
  await using world = await startWorld()
  await measure(world)
}

const benchmarks: Readonly<Record<string, () => Promise<void>>> = {
  import: inWorld(measureImport),
  open: inWorld(measureOpening),
  typing: inWorld(measureTyping),
  scroll: inWorld(measureScrolling),
  propagation: inWorld(measurePropagation),
  start: measureStart,
}

/** Measures the product in a browser; all of it, or only what is named. */
export const measureBrowser = async (args: readonly string[]): Promise<void> => {
  const names = args.length === 0 ? Object.keys(benchmarks) : args
  for (const name of names) {
    const benchmark = benchmarks[name]
    if (!benchmark) throw new Error(`“${name}” is none of ${Object.keys(benchmarks).join(', ')}`)
    await benchmark()
    const load = loadavg().map((average) => average.toFixed(1))
    console.log(`\n${cpus().length} cores, load ${load.join(' ')} (1, 5, 15 minutes)`)
  }
}

import { cpus, loadavg } from 'node:os'
import { type Contenders, installPeers, makeContenders } from './contenders.ts'
import { type Extent, extents } from './extents.ts'
import { measurements } from './measurements.ts'
import { pinLoad } from './pinned-process.ts'
import { printRows, type Row } from './rows.ts'

/**
 * Measures rooms against their peers: `--quick` or `--full` for less or more of it, and names of measurements for some
 * of them only.
 */
export const measureRooms = async (args: readonly string[]): Promise<void> => {
  const names = args.filter((arg) => !arg.startsWith('--'))
  const unknown = names.find((name) => !(name in measurements))
  if (unknown !== undefined)
    throw new Error(`“${unknown}” is none of ${Object.keys(measurements).join(', ')}`)
  const extent: Extent =
    extents[args.includes('--quick') ? 'quick' : args.includes('--full') ? 'full' : 'usual']
  installPeers()
  const isPinned = pinLoad()
  const contenders: Contenders = makeContenders(isPinned)
  const began = performance.now()
  const rows: Row[] = []
  for (const [name, measure] of Object.entries(measurements)) {
    if (names.length > 0 && !names.includes(name)) continue
    console.error(`measuring ${name}`)
    rows.push(...(await measure(contenders, extent)))
  }
  console.log('\nRooms: each server a process on one core, the load on another; all of one run\n')
  printRows(rows)
  const minutes = Math.round((performance.now() - began) / 6_000) / 10
  const load = loadavg().map((average) => average.toFixed(1))
  const cores = isPinned ? 'servers and load pinned' : 'NOT pinned: ratios say little'
  console.log(
    `\n${minutes} minutes; ${cpus().length} cores (${cpus()[0]?.model}), ${cores}; load ${load.join(' ')}; Node ${process.version}`,
  )
}

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { printTable } from './figures.ts'
import { sampleTable } from './sample-table.ts'
import type { World } from './world.ts'

const file = fileURLToPath(
  new URL('../../../../shared/data/oscal/bsi-supply-chain-2026-07.json', import.meta.url),
)
const repetitions = 7

/** Creating a project from the BSI catalogue by one request, and from a table of 1,000 requirements for comparison. */
export const measureImport = async ({ create }: World): Promise<void> => {
  const time = async (source: Parameters<typeof create>[0]): Promise<number> => {
    const began = performance.now()
    await create(source)
    return performance.now() - began
  }
  if (!existsSync(file)) {
    console.log(`\nThe BSI catalogue is not measured: there is no ${file}`)
    return
  }
  const catalogue = readFileSync(file, 'utf8')
  const first = await time({ kind: 'oscal', catalogue })
  const later: number[] = []
  const tables: number[] = []
  for (let round = 0; round < repetitions; round += 1) {
    later.push(await time({ kind: 'oscal', catalogue }))
    tables.push(await time(sampleTable(1_000)))
  }
  printTable(`Import (catalogue of ${Math.round(catalogue.length / 1_000)} kB)`, [
    { what: 'BSI catalogue into a new project, first after start', values: [first], goal: 2_000 },
    { what: 'BSI catalogue into a new project', values: later, goal: 2_000 },
    { what: 'table of 1,000 requirements', values: tables },
  ])
}

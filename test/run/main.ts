// The whole check, what `npm test` runs: every step runs even where one before it failed.
import { chromiumAdvice, findChromium } from '../browser/chromium.ts'
import { provideServices } from './services.ts'
import { add, type Outcome, root, runProgram, runQuietly, type Step, verdict } from './step.ts'
import { runTests } from './tests.ts'
import { types } from './types.ts'

const program = (name: string, command: string, ...args: readonly string[]): Step => ({
  name,
  run: async () => verdict(await runQuietly(command, args)),
})

const browserTests: Step = {
  name: 'browser and process tests',
  run: async () => {
    const built = await runProgram(process.execPath, ['bootstrap/main.mjs', 'build'])
    if (built !== 0) return verdict(false)
    if (findChromium() === undefined) {
      return { passed: 0, failed: 0, skipped: 1, notes: [`all browser tests skipped: ${chromiumAdvice}`] }
    }
    return runTests('e2e')
  },
}

const steps: readonly Step[] = [
  types,
  program('lint', 'biome', 'check', '--error-on-warnings'),
  program('unused code', 'knip', '--no-progress'),
  { name: 'unit, contract, fuzz and rule tests', run: () => runTests('unit', 'rules') },
  browserTests,
]

process.chdir(root)
await provideServices()
let total: Outcome = { passed: 0, failed: 0, skipped: 0, notes: [] }
for (const { name, run } of steps) {
  console.log(`\n── ${name}`)
  const began = performance.now()
  const outcome = await run()
  total = add(total, outcome)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`   ${outcome.failed === 0 ? 'ok' : 'FAILED'} in ${seconds} s`)
}

const { passed, failed, skipped, notes } = total
for (const note of notes) console.log(note)
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
const countsSkips = (process.env.CI ?? '') !== '' && process.env.CI !== 'false'
if (countsSkips && skipped > 0) console.error('With CI set, what is skipped counts as failed.')
process.exitCode = failed > 0 || (countsSkips && skipped > 0) ? 1 : 0

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { add, type Outcome, root, runProgram, verdict } from './step.ts'

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
})

const readOutcome = (text: string): Outcome => {
  const files = report.parse(JSON.parse(text)).testResults.map(({ name, status, assertionResults }) => {
    const count = (...wanted: string[]): number =>
      assertionResults.filter((result) => wanted.includes(result.status)).length
    const failed = count('failed')
    const skipped = count('skipped', 'pending', 'todo', 'disabled')
    return {
      passed: count('passed'),
      // A file that cannot even be loaded has no failed test in it and fails all the same.
      failed: status === 'failed' && failed === 0 ? 1 : failed,
      skipped,
      notes: skipped > 0 ? [`${skipped} skipped in ${relative(root, name)}`] : [],
    }
  })
  return files.reduce(add, { passed: 0, failed: 0, skipped: 0, notes: [] })
}

/** Runs the Vitest projects named and counts their tests. */
export const runTests = async (...projects: readonly string[]): Promise<Outcome> => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-report-'))
  const file = join(folder, 'report.json')
  const chosen = projects.map((project) => `--project=${project}`)
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const code = await runProgram('vitest', ['run', ...chosen, ...reporters])
  const outcome = await readFile(file, 'utf8').then(readOutcome, () => verdict(false))
  await rm(folder, { recursive: true })
  // An error outside every test (an unhandled rejection, say) shows in the exit code alone.
  return code !== 0 && outcome.failed === 0 ? add(outcome, verdict(false)) : outcome
}

import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import { root, runQuietly, type Step, verdict } from './step.ts'

const projects = (): string[] =>
  globSync('{bootstrap,client,server,test,packages/*}/tsconfig.json', { cwd: root }).map(dirname).sort()

/** Type-checks every project, as many at once as the machine has cores. */
export const types: Step = {
  name: 'types',
  run: async () => {
    const waiting = projects()
    let holds = waiting.length > 0
    const work = async (): Promise<void> => {
      for (let project = waiting.pop(); project !== undefined; project = waiting.pop()) {
        holds = (await runQuietly('tsc', ['-p', project])) && holds
      }
    }
    await Promise.all(Array.from({ length: availableParallelism() }, work))
    return verdict(holds)
  },
}

import { globSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, sep } from 'node:path'
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
      for (let project = waiting.shift(); project !== undefined; project = waiting.shift()) {
        // What was checked is remembered beside the tools: the second time only what has changed is checked.
        const memory = join('.tools', 'types', `${project.replaceAll(sep, '-')}.tsbuildinfo`)
        holds =
          (await runQuietly('tsc', ['-p', project, '--incremental', '--tsBuildInfoFile', memory])) && holds
      }
    }
    await Promise.all(Array.from({ length: availableParallelism() }, work))
    return verdict(holds)
  },
}

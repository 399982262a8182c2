import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePort, until } from '../../services/wait.ts'
import { printTable } from './figures.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const minutes = 60_000

/** Runs `npm start` with nothing of ours in its environment and answers how long it took until it could serve. */
const startOnce = async (project: string, home: string): Promise<number> => {
  const port = await freePort()
  const kept = /^(PATH|https?_proxy|no_proxy|NODE_EXTRA_CA_CERTS|npm_config_registry)$/i
  const given = Object.entries(process.env).filter(([name]) => kept.test(name))
  const path = (process.env.PATH ?? '').split(':').filter((folder) => !folder.startsWith(root))
  const env = {
    ...Object.fromEntries(given),
    PATH: path.join(':'),
    HOME: home,
    PORT: String(port),
    DATA_DIR: join(home, 'data'),
  }
  const began = performance.now()
  const npm = spawn('npm', ['start'], { cwd: project, env, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = once(npm, 'exit')
  try {
    await until(
      'npm start can serve',
      () =>
        fetch(`http://127.0.0.1:${port}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      { milliseconds: 10 * minutes, giveUpWhen: () => npm.exitCode !== null },
    )
    return performance.now() - began
  } finally {
    npm.kill('SIGTERM')
    await ended
  }
}

/** `npm start` on a fresh clone with an empty home, downloads included, and again once everything is there. */
export const measureStart = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-start-'))
  const [project, home] = [join(folder, 'project'), join(folder, 'home')]
  try {
    await promisify(execFile)('git', ['clone', '--quiet', root, project])
    const first = await startOnce(project, home)
    const second: number[] = []
    for (let round = 0; round < 3; round += 1) second.push(await startOnce(project, home))
    printTable('npm start', [
      { what: 'fresh clone, empty home, downloads included', values: [first], goal: 4 * minutes },
      { what: 'again', values: second, goal: 3_000 },
    ])
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

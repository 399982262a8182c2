import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { freePort, until } from '../services/wait.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

const statusOf = (url: string): Promise<number> =>
  fetch(url).then(
    ({ status }) => status,
    () => 0,
  )

/** Ends every process of a group at once; there may be none left. */
const killAll = (group: number | undefined): void => {
  try {
    if (group !== undefined) process.kill(-group, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** Starts as a person would, asks for the first page, ends npm. */
const startOnce = async (folder: string): Promise<void> => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const { PATH = '', HOME = folder } = process.env
  const env = { PATH, HOME, PORT: String(port), DATA_DIR: folder }
  // In a process group of its own, so that whatever npm started ends with a test that fails half-way.
  const npm = spawn('npm', ['start'], { cwd: root, env, stdio: 'ignore', detached: true })
  const killGroup = (): void => killAll(npm.pid)
  process.once('exit', killGroup)
  onTestFinished(() => {
    process.off('exit', killGroup)
    killGroup()
  })
  const ended = once(npm, 'exit')

  await until('the server is ready', async () => (await statusOf(`${url}/readyz`)) === 200)
  expect(await statusOf(url)).toBe(200)

  npm.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
  expect(await statusOf(`${url}/readyz`)).toBe(0)
}

it('npm start serves the first page, SIGTERM to npm ends the server, and it starts again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-start-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await startOnce(folder)
  await startOnce(folder)
})

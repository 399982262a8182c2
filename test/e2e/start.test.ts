import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'
import { freePort, until } from '../services/wait.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

it('npm start, where everything is there already, is up in under 3 s, and SIGTERM to npm ends the server', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'parley-start-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const port = await freePort()
  const { PATH = '', HOME = folder } = process.env
  const began = performance.now()
  const npm = spawn('npm', ['start'], {
    cwd: root,
    env: { PATH, HOME, PORT: String(port), DATA_DIR: folder },
    stdio: 'ignore',
  })
  onTestFinished(() => void npm.kill('SIGKILL'))
  const ended = once(npm, 'exit')
  const reach = (path: string): Promise<number> =>
    fetch(`http://127.0.0.1:${port}${path}`).then(
      ({ status }) => status,
      () => 0,
    )

  await until('the server is ready', async () => (await reach('/readyz')) === 200)
  expect(performance.now() - began).toBeLessThan(3000)
  expect(await reach('/')).toBe(200)

  npm.kill('SIGTERM')
  const [code] = await ended
  expect(code).toBe(0)
  expect(await reach('/readyz')).toBe(0)
})

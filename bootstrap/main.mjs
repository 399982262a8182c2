// What npm's scripts call. Plain JavaScript for any Node from 20 on: it brings what the rest of the project needs.
import { join } from 'node:path'
import { childEnvironment, start } from './child.mjs'
import { buildClient } from './client.mjs'
import { installPackages } from './packages.mjs'
import { root, toolsFolder } from './places.mjs'
import { SetupError, say } from './say.mjs'
import { prepareTools } from './tools.mjs'

/** @typedef {{ node: string, pnpm: string }} Tools */
/** @typedef {(tools: Tools, args: readonly string[]) => Promise<number>} Command */

/** @type {(script: string, ...before: string[]) => Command} */
const node =
  (script, ...before) =>
  (tools, args) => {
    // What Node compiled is kept for the next start, which is a third quicker for it.
    const env = { ...childEnvironment(), NODE_COMPILE_CACHE: join(toolsFolder, 'compiled') }
    return start({ command: tools.node, args: [script, ...before, ...args], env }).ended
  }

/** @type {(command: Command) => Command} */
const withClient = (command) => async (tools, args) => {
  await buildClient(tools)
  return command(tools, args)
}

/** @type {Command} */
const develop = async (tools, args) => {
  const page = 'http://localhost:5173'
  const { PORT = '3000', PUBLIC_URL = page, ...env } = childEnvironment()
  say(`open ${page}; the server restarts and the page reloads when their files change`)
  const server = start({
    command: tools.node,
    args: ['--watch', 'server/src/main.ts', ...args],
    env: { ...env, PORT, PUBLIC_URL },
  })
  const client = start({
    command: tools.node,
    args: ['node_modules/vite/bin/vite.js', '--port', new URL(page).port, '--strictPort'],
    env: { ...env, PARLEY_SERVER: `http://127.0.0.1:${PORT}` },
    cwd: join(root, 'client'),
  })
  const code = await Promise.race([server.ended, client.ended])
  server.stop()
  client.stop()
  await Promise.all([server.ended, client.ended])
  return code
}

/** @type {Record<string, Command>} */
const commands = {
  start: withClient(node('server/src/main.ts')),
  demo: withClient(node('server/src/main.ts', '--demo')),
  dev: develop,
  build: withClient(async () => 0),
  test: node('test/run/main.ts'),
  bench: withClient(node('test/load/main.ts')),
}

const [name = '', ...args] = process.argv.slice(2)
const command = commands[name]
try {
  if (!command) throw new SetupError(`“${name}” is none of ${Object.keys(commands).join(', ')}.`)
  const tools = await prepareTools()
  await installPackages(tools)
  process.exitCode = await command(tools, args)
} catch (error) {
  const isKnown = error instanceof SetupError || (error instanceof Error && 'code' in error)
  say(isKnown ? error.message : String(error instanceof Error ? error.stack : error))
  process.exitCode = 1
}

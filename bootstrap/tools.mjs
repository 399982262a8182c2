import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import { collect } from './child.mjs'
import { binFolder, toolsFolder } from './places.mjs'
import { explain, SetupError, say } from './say.mjs'

const pinned = { node: '24.21.0', pnpm: '12.21.0' }
const oldestNode = 24
const isWindows = process.platform === 'win32'

const ownNode = () => {
  const isOurs = process.execPath.startsWith(toolsFolder + sep)
  return !isOurs && Number.parseInt(process.versions.node, 10) >= oldestNode ? process.execPath : undefined
}

/** The npm that runs us, or else the one in PATH. */
const npm = (/** @type {readonly string[]} */ args) => {
  const script = process.env.npm_execpath
  return script && basename(script) === 'npm-cli.js'
    ? { command: process.execPath, args: [script, ...args] }
    : { command: 'npm', args, shell: isWindows }
}

/** @param {string} name */
const versionOf = async (name) => {
  const { code, output } = await collect({
    command: join(binFolder, name),
    args: ['--version'],
    shell: isWindows,
  })
  return code === 0 ? output.trim().replace(/^v/, '') : undefined
}

/** @param {Record<string, string>} wanted */
const install = async (wanted) => {
  const stampFile = join(toolsFolder, 'stamp.json')
  await mkdir(toolsFolder, { recursive: true })
  await rm(stampFile, { force: true })
  await writeFile(join(toolsFolder, 'package.json'), JSON.stringify({ private: true, dependencies: wanted }))
  const args = ['install', '--no-package-lock', '--no-audit', '--no-fund']
  const { code, output } = await collect({ ...npm(args), cwd: toolsFolder })
  if (code !== 0) throw explain('Fetching the tools with npm', output)
  // With ignore-scripts npm reports success although the package's script never fetched the program.
  for (const [name, version] of Object.entries(wanted)) {
    const found = await versionOf(name)
    if (found === version) continue
    throw new SetupError(
      `npm says that it installed ${name} ${version}, but what is there ${found ? `is ${found}` : 'does not run'}. ` +
        `If npm is set to ignore-scripts, run this once with npm_config_ignore_scripts=false, or install Node ` +
        `${oldestNode} yourself.`,
    )
  }
}

/**
 * Sees to it that Node 24 and pnpm are at hand, fetching through npm what is missing.
 * @returns {Promise<{ node: string, pnpm: string }>} the commands
 */
export const prepareTools = async () => {
  const node = ownNode()
  const wanted = node ? { pnpm: pinned.pnpm } : pinned
  const stamp = JSON.stringify({ ...wanted, platform: process.platform, arch: process.arch })
  const stampFile = join(toolsFolder, 'stamp.json')
  if ((await readFile(stampFile, 'utf8').catch(() => '')) !== stamp) {
    const names = Object.entries(wanted).map(([name, version]) => `${name} ${version}`)
    say(`fetching ${names.join(' and ')} into .tools (once)`)
    await install(wanted)
    await writeFile(stampFile, stamp)
  }
  const suffix = isWindows ? '.cmd' : ''
  return { node: node ?? join(binFolder, `node${suffix}`), pnpm: join(binFolder, `pnpm${suffix}`) }
}

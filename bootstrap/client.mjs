import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { collect } from './child.mjs'
import { root, toolsFolder } from './places.mjs'
import { explain, say } from './say.mjs'

const stampFile = join(toolsFolder, 'client.stamp')
const skipped = new Set(['node_modules', 'dist'])

/**
 * @param {string} folder
 * @returns {Promise<string[]>}
 */
const filesIn = async (folder) => {
  const entries = await readdir(folder, { withFileTypes: true })
  const nested = entries
    .filter(({ name }) => !skipped.has(name) && !/\.test\.tsx?$/.test(name))
    .map((entry) => (entry.isDirectory() ? filesIn(join(folder, entry.name)) : [join(folder, entry.name)]))
  return (await Promise.all(nested)).flat()
}

/** One hash over everything the built client is made from: what counts is content, since git renews file times. */
const sourceHash = async () => {
  const files = [...(await filesIn(join(root, 'client'))), ...(await filesIn(join(root, 'packages')))]
  const hash = createHash('sha256').update(await readFile(join(root, 'pnpm-lock.yaml')))
  for (const file of files.sort()) {
    hash.update(`\0${relative(root, file).split(sep).join('/')}\0`).update(await readFile(file))
  }
  return hash.digest('hex')
}

/**
 * Builds the client, if what it is made from has changed since it was last built.
 * @param {{ node: string }} tools
 */
export const buildClient = async ({ node }) => {
  const hash = await sourceHash()
  const isBuilt = existsSync(join(root, 'client', 'dist', 'index.html'))
  if (isBuilt && (await readFile(stampFile, 'utf8').catch(() => '')) === hash) return
  say('building the client')
  await rm(stampFile, { force: true })
  const vite = join(root, 'client', 'node_modules', 'vite', 'bin', 'vite.js')
  const { code, output } = await collect({ command: node, args: [vite, 'build'], cwd: join(root, 'client') })
  if (code !== 0) throw explain('Building the client', output)
  await writeFile(stampFile, hash)
}

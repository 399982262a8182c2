import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { root } from './source.ts'

const lock = readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')
const workspace = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')

const section = (text: string, name: string): string => {
  const [, after = ''] = text.split(new RegExp(`^${name}:\\n`, 'm'))
  const [body = ''] = after.split(/^\S/m)
  return body
}

/** Every package of the lock file with its version, each once. */
const locked = [...section(lock, 'packages').matchAll(/^ {2}'?((?:@[^/]+\/)?[^@'\s]+)@([^':\s]+)'?:$/gm)].map(
  ([, name = '', version = '']) => ({ name, version }),
)
const catalog = new Map(
  [...section(workspace, 'catalog').matchAll(/^ {2}'?([^':\s]+)'?: *(\S+)$/gm)].map(
    ([, name = '', version = '']) => [name, version],
  ),
)
const versionsOf = (name: string): readonly string[] =>
  locked.filter((one) => one.name === name).map(({ version }) => version)

const manifest = z.object({
  dependencies: z.record(z.string(), z.string()).default({}),
  devDependencies: z.record(z.string(), z.string()).default({}),
})
const manifests = globSync('{package.json,{client,server,test,packages/*}/package.json}', { cwd: root }).map(
  (path) => ({
    path,
    ...manifest.parse(JSON.parse(readFileSync(join(root, path), 'utf8'))),
  }),
)

describe('dependencies', () => {
  it('are found at all', () => {
    expect(locked.length).toBeGreaterThan(100)
    expect(catalog.size).toBeGreaterThan(30)
    expect(manifests.length).toBeGreaterThan(8)
  })

  // Two copies of Yjs in one process do not recognise each other's types.
  it.each(['yjs', 'lib0'])('hold exactly one %s', (name) => {
    expect(versionsOf(name)).toEqual([catalog.get(name)])
  })

  it('hold every @tiptap package at one version', () => {
    const tiptap = locked.filter(({ name }) => name.startsWith('@tiptap/') && name !== '@tiptap/y-tiptap')
    expect(tiptap.length).toBeGreaterThan(10)
    expect(tiptap.filter(({ version }) => version !== catalog.get('@tiptap/core'))).toEqual([])
  })

  it('are locked without the address of a registry', () => {
    const lines = lock.split('\n').filter((line) => !/^\s*deprecated:/.test(line))
    expect(lines.filter((line) => /https?:\/\/|tarball:|registry/i.test(line))).toEqual([])
  })

  it('have exact versions, all of them in the catalog', () => {
    expect([...catalog].filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
    const loose = manifests.flatMap(({ path, dependencies, devDependencies }) =>
      Object.entries({ ...dependencies, ...devDependencies })
        .filter(([, version]) => version !== 'catalog:' && version !== 'workspace:*')
        .map(([name, version]) => `${path}: ${name} ${version}`),
    )
    expect(loose).toEqual([])
  })
})

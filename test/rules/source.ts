import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ESTree, parseSync } from 'vite'

/** The root folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

const folders = ['packages', 'server', 'client', 'test', 'bootstrap']
const skipped = new Set(['node_modules', 'dist', 'data', 'coverage', '.shots'])

/** A file of code: its path from the root with `/`, its text, and the workspace package it belongs to (`packages/model`, `client`). */
export type Source = { readonly path: string; readonly text: string; readonly home: string }

const pathsIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (skipped.has(entry.name)) return []
    const path = join(folder, entry.name)
    return entry.isDirectory() ? pathsIn(path) : [path]
  })

const homeOf = (path: string): string =>
  path
    .split('/')
    .slice(0, path.startsWith('packages/') ? 2 : 1)
    .join('/')

/** Every file of TypeScript and JavaScript in the repository, in the order of their paths. */
export const sources: readonly Source[] = folders
  .flatMap((folder) => pathsIn(join(root, folder)))
  .filter((path) => /\.(ts|tsx|mts|mjs|js)$/.test(path))
  .map((path) => {
    const short = relative(root, path).split(sep).join('/')
    return { path: short, text: readFileSync(path, 'utf8'), home: homeOf(short) }
  })
  .sort((a, b) => (a.path < b.path ? -1 : 1))

/** Whether the file holds tests, or is there for tests only. */
export const isTest = ({ path, home }: Source): boolean =>
  home === 'test' || /\.test\.tsx?$|\/testing[/.]/.test(path)

/** The syntax tree of a file; a file that cannot be parsed is an error here too. */
export const parse = ({ path, text }: Source): ESTree.Program => {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors.map(({ message }) => message).join('; ')}`)
  return program
}

/** The number of the line on which an offset of the text lies, counted from 1. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Visitor } from 'vite'
import { describe, expect, it } from 'vitest'
import { lineAt, parse, root, type Source, sources } from './source.ts'

const hasWord = /\p{L}{2}/u
const names = new Set(['Parley'])
const spoken =
  /^(label|title|placeholder|alt|description|aria-(label|description|placeholder|roledescription|valuetext))$/

/** Words that a reader of the page would see and that stand in the code itself. */
const wordsIn = (source: Source): readonly string[] => {
  const found: string[] = []
  const note = (value: unknown, offset: number): void => {
    const text = typeof value === 'string' ? value.trim() : ''
    if (!hasWord.test(text) || names.has(text)) return
    found.push(`${source.path}:${lineAt(source.text, offset)} “${text}”`)
  }
  const noteChildren = (children: readonly { type: string; start: number; expression?: unknown }[]): void => {
    for (const { type, start, expression } of children) {
      if (type !== 'JSXExpressionContainer' || typeof expression !== 'object' || expression === null) continue
      if ('value' in expression) note(expression.value, start)
    }
  }
  new Visitor({
    JSXText: ({ value, start }) => note(value, start),
    JSXElement: ({ children }) => noteChildren(children),
    JSXFragment: ({ children }) => noteChildren(children),
    JSXAttribute: ({ name, value, start }) => {
      const isSpoken = name.type === 'JSXIdentifier' && spoken.test(name.name)
      if (isSpoken && value?.type === 'Literal') note(value.value, start)
    },
  }).visit(parse(source))
  return found
}

describe('words on the screen', () => {
  it('stand in the locale files, not in the code', () => {
    const screens = sources.filter(({ path }) => path.startsWith('client/') && path.endsWith('.tsx'))
    expect(screens.length).toBeGreaterThan(0)
    expect(screens.flatMap(wordsIn)).toEqual([])
  })
})

const flatten = (value: unknown, path: string): readonly (readonly [key: string, text: string])[] => {
  if (typeof value === 'string') return [[path, value]]
  if (typeof value !== 'object' || value === null)
    throw new Error(`${path} is neither words nor a group of words`)
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, path === '' ? key : `${path}.${key}`))
}

const folder = join(root, 'client', 'src', 'locales')
const filesOf = (language: string): readonly string[] =>
  globSync('**/*.{ts,json}', { cwd: join(folder, language) })
    .filter((path) => path !== 'index.ts' && !path.endsWith('.test.ts'))
    .sort()
const wordsOf = async (language: string, file: string): Promise<ReadonlyMap<string, string>> =>
  new Map(flatten({ ...(await import(pathToFileURL(join(folder, language, file)).href)) }, ''))
const blanks = (text: string): readonly string[] => [...new Set(text.match(/\{\{.*?\}\}|<\/?\w+>/g))].sort()

describe('German and English', () => {
  const files = filesOf('en')

  it('have the same files', () => {
    expect(files.length).toBeGreaterThan(0)
    expect(filesOf('de')).toEqual(files)
  })

  it.each(files)('say the same things in %s', async (file) => {
    const [english, german] = await Promise.all([wordsOf('en', file), wordsOf('de', file)])
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort())
    const empty = [...english, ...german].filter(([, text]) => text.trim() === '')
    expect(empty).toEqual([])
    const unequal = [...english].filter(
      ([key, text]) => `${blanks(text)}` !== `${blanks(german.get(key) ?? '')}`,
    )
    expect(unequal.map(([key]) => key)).toEqual([])
  })
})

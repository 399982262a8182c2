import { basename } from 'node:path/posix'
import { Visitor } from 'vite'
import { describe, expect, it } from 'vitest'
import { importsOf } from './import.ts'
import { isTest, lineAt, parse, type Source, sources } from './source.ts'

const mostLines = 300

/** Files that may be longer, each with the reason. */
const longFiles: Readonly<Record<string, string>> = {
  'client/src/session/session.test.ts': 'one scene of a tab and its server, told in many short tests',
  'packages/rooms/src/testing/journal-contract.ts': 'one contract, which a reader wants in one piece',
}

const linesOf = ({ text }: Source): number => text.trimEnd().split('\n').length

describe('style', () => {
  it(`keeps every file under ${mostLines} lines`, () => {
    const long = sources.filter((source) => linesOf(source) > mostLines)
    expect(
      long.filter(({ path }) => !(path in longFiles)).map((one) => `${one.path}: ${linesOf(one)}`),
    ).toEqual([])
    expect(Object.keys(longFiles).filter((path) => !long.some((one) => one.path === path))).toEqual([])
  })

  it('names files in kebab-case', () => {
    const isKebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|d))?\.(ts|tsx|mjs|js)$/
    expect(sources.map(({ path }) => path).filter((path) => !isKebab.test(basename(path)))).toEqual([])
  })

  it('exports by name, never everything', () => {
    const found = sources.filter(({ text }) => /^\s*export \*/m.test(text))
    expect(found.map(({ path }) => path)).toEqual([])
  })

  it('gives a reason for every suppression', () => {
    const suppression = /biome-ignore|@ts-(ignore|nocheck|expect-error)|eslint-disable/
    const hasReason = /biome-ignore(-\w+)? [\w/]+: \S+|@ts-expect-error.*reason: \S+/
    const found = sources
      .filter(({ path }) => path !== 'test/rules/style.test.ts')
      .flatMap(({ path, text }) =>
        text.split('\n').map((line, index) => ({ place: `${path}:${index + 1}`, line })),
      )
      .filter(({ line }) => suppression.test(line) && !hasReason.test(line))
    expect(found.map(({ place }) => place)).toEqual([])
  })
})

describe('tests', () => {
  const isLoad = ({ path }: Source): boolean => path.startsWith('test/load/')
  const tests = sources.filter((source) => isTest(source) && !isLoad(source))

  const sleepsIn = (source: Source): readonly string[] => {
    const found: string[] = []
    new Visitor({
      CallExpression: ({ callee, start }) => {
        const name =
          callee.type === 'Identifier'
            ? callee.name
            : callee.type === 'MemberExpression' && callee.property.type === 'Identifier'
              ? callee.property.name
              : ''
        if (/^(setTimeout|waitForTimeout|sleep)$/.test(name))
          found.push(`${source.path}:${lineAt(source.text, start)}`)
      },
    }).visit(parse(source))
    return found
  }

  // The one place that may pause asks another process again and again, which has no way to call us.
  it('never sleep', () => {
    expect(tests.flatMap(sleepsIn)).toEqual([])
    const pausing = tests.filter((one) =>
      importsOf(one).some(({ target }) => target.endsWith('timers/promises')),
    )
    expect(pausing.map(({ path }) => path)).toEqual(['test/services/wait.ts'])
  })

  it('leave nothing out', () => {
    const found = tests.filter(({ text }) => /\b(it|test|describe)\.(only|skip|todo)\(/.test(text))
    expect(found.map(({ path }) => path)).toEqual([])
  })
})

import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isTest, root, sources } from './source.ts'

const pages = globSync(['*.md', 'docs/**/*.md', 'packages/*/*.md', '{client,server,test}/*.md'], {
  cwd: root,
})

const linksOf = (page: string): readonly string[] =>
  [...readFileSync(join(root, page), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)

/** The ids of rules that a text names, one by one (`G3`) or as a range (`P2-P9`). */
const rulesNamed = (text: string): readonly string[] =>
  [...text.matchAll(/\b([A-Z]+-?)(\d+)(?:[-–]\1(\d+))?\b/g)].flatMap(
    ([, prefix = '', first = '', last = first]) =>
      Array.from(
        { length: Math.min(Number(last) - Number(first), 99) + 1 },
        (_, index) => `${prefix}${Number(first) + index}`,
      ),
  )

describe('documentation', () => {
  it.each(pages)('has no broken link in %s', (page) => {
    const local = linksOf(page).filter((target) => !/^(https?:|mailto:|#)/.test(target))
    const broken = local.filter(
      (target) => !existsSync(join(root, dirname(page), target.split('#')[0] ?? '')),
    )
    expect(broken).toEqual([])
  })

  it('shows a tree in the README whose folders and files exist', () => {
    const tree =
      /```\n(bootstrap\/[\s\S]*?)```/.exec(readFileSync(join(root, 'README.md'), 'utf8'))?.[1] ?? ''
    let parent = ''
    const paths = tree.split('\n').flatMap((line) => {
      const [, indent, name] = /^( *)(\S+)/.exec(line) ?? []
      if (name === undefined) return []
      if (indent === '') parent = name
      return [indent === '' ? name : `${parent}${name}`]
    })
    expect(paths.length).toBeGreaterThan(20)
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  it('explains every setting, and none that there is not', () => {
    const read = (path: string) => readFileSync(join(root, path), 'utf8')
    const settings = [...read('server/src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(
      ([, name]) => name,
    )
    const explained = [...read('docs/operations.md').matchAll(/^\| `([A-Z_]+)`/gm)].map(([, name]) => name)
    expect(settings.length).toBeGreaterThan(10)
    expect(explained.toSorted()).toEqual(settings.toSorted())
  })

  const specs = pages.filter((page) => page.endsWith('SPEC.md'))
  it.each(specs)('has a test for every rule of %s', (page) => {
    const rules = [
      ...readFileSync(join(root, page), 'utf8').matchAll(/^(?:[-*] |#+ )?\*\*([A-Z]+-?\d+)\.?\*\*/gm),
    ]
    expect(rules.length).toBeGreaterThan(0)
    const homes = [dirname(page), 'server', 'test']
    const tests = sources.filter((source) => isTest(source) && homes.includes(source.home))
    const proven = new Set(tests.flatMap(({ text }) => rulesNamed(text)))
    expect(rules.map(([, id = '']) => id).filter((id) => !proven.has(id))).toEqual([])
  })
})

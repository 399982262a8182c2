import { dirname, normalize } from 'node:path/posix'
import { describe, expect, it } from 'vitest'
import { type Import, importsOf } from './import.ts'
import { isTest, sources } from './source.ts'

const core = ['model', 'policy', 'document', 'protocol']

/** Who may import what of our own: the arrows of the design, drawn once. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'packages/model': [],
  'packages/policy': ['model'],
  'packages/document': ['model'],
  'packages/protocol': ['model'],
  'packages/rooms': core,
  'packages/exchange': core,
  server: [...core, 'rooms', 'exchange'],
  client: core,
  test: [...core, 'rooms', 'exchange'],
  bootstrap: [],
}

const imports = sources.flatMap(importsOf)
const show = ({ from, target }: Import): string => `${from.path} imports ${target}`
const breaches = (breaks: (one: Import) => boolean): readonly string[] => imports.filter(breaks).map(show)

const isOurs = ({ target }: Import): boolean => target.startsWith('@parley/')
const isApiType = ({ target, isTypeOnly, from }: Import): boolean =>
  target === '@parley/server/api' && isTypeOnly && (from.home === 'client' || from.home === 'test')

describe('imports', () => {
  it('are found at all', () => {
    expect(imports.length).toBeGreaterThan(sources.length)
    expect(new Set(sources.map(({ home }) => home))).toEqual(new Set(Object.keys(allowed)))
  })

  it('between packages follow the direction of the design', () => {
    const isAllowed = (one: Import): boolean => {
      const name = one.target.split('/')[1] ?? ''
      return (
        isApiType(one) ||
        (allowed[one.from.home] ?? []).includes(name) ||
        one.from.home === `packages/${name}`
      )
    }
    expect(breaches((one) => isOurs(one) && !isAllowed(one))).toEqual([])
  })

  it('between packages name the package root, or what it offers to tests in a test', () => {
    const isRoot = (one: Import): boolean =>
      /^@parley\/[a-z]+$/.test(one.target) ||
      isApiType(one) ||
      (/^@parley\/[a-z]+\/testing$/.test(one.target) && isTest(one.from))
    expect(breaches((one) => isOurs(one) && !isRoot(one))).toEqual([])
  })

  it('do not go around the package root by a relative path', () => {
    const leaves = ({ from, target }: Import): boolean =>
      target.startsWith('.') && !normalize(`${dirname(from.path)}/${target}`).startsWith(`${from.home}/`)
    expect(breaches(leaves)).toEqual([])
  })

  it('of our own files name the ending', () => {
    const hasNoEnding = ({ target }: Import): boolean =>
      target.startsWith('.') && !/\.(ts|tsx|mjs|json|css|svg)(\?\w+)?$/.test(target)
    expect(breaches(hasNoEnding)).toEqual([])
  })

  it('of code never name a test', () => {
    expect(
      breaches((one) => !isTest(one.from) && /\.test\.ts|\/testing(\/|\.ts|$)/.test(one.target)),
    ).toEqual([])
  })

  it('keep input and output out of the model, the policy and the protocol', () => {
    const pure = ['packages/model', 'packages/policy', 'packages/protocol']
    const reachesOut = ({ from, target }: Import): boolean =>
      pure.includes(from.home) && !isTest(from) && target.startsWith('node:')
    expect(breaches(reachesOut)).toEqual([])
  })

  it('keep HTTP and SQL out of the rooms', () => {
    const foreign = /^(hono|@hono\/.*|ws|kysely|pg|ioredis|node:(http|https|net|sqlite|fs.*))$/
    const knowsTooMuch = ({ from, target }: Import): boolean =>
      from.home === 'packages/rooms' && !isTest(from) && foreign.test(target)
    expect(breaches(knowsTooMuch)).toEqual([])
  })
})

import type { z } from 'zod'
import { Unreadable } from '../read-result.ts'
import { type Catalogue, catalogueSchema, oscalLimits } from './catalogue.ts'

const otherModels = [
  'profile',
  'component-definition',
  'system-security-plan',
  'assessment-plan',
  'assessment-results',
  'plan-of-action-and-milestones',
  'mapping-collection',
]

/** The catalogue in a file's text; throws `Unreadable` where there is none. */
export function parseCatalogue(text: string): Catalogue {
  const root = parseJson(text)
  const catalogue = member(root, 'catalog')
  if (catalogue === undefined) {
    throw new Unreadable({
      code: 'not-oscal',
      model: otherModels.find((name) => member(root, name) !== undefined) ?? null,
    })
  }
  const version = member(member(catalogue, 'metadata'), 'oscal-version')
  if (typeof version === 'string' && !/^1\.[012](?:[.-]|$)/.test(version)) {
    throw new Unreadable({ code: 'wrong-oscal-version', version: version.slice(0, 40) })
  }
  const parsed = catalogueSchema.safeParse(catalogue)
  if (parsed.success) return parsed.data
  throw invalid(parsed.error)
}

function parseJson(text: string): unknown {
  if (text.length > oscalLimits.characters) {
    throw new Unreadable({ code: 'too-large', limit: oscalLimits.characters })
  }
  if (depthOf(text) > oscalLimits.depth) throw new Unreadable({ code: 'too-deep', limit: oscalLimits.depth })
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    throw new Unreadable({ code: 'not-json', line: lineOf(text, error) })
  }
}

/** The line of a syntax error: some messages of V8 say it, the others quote what stands there. */
function lineOf(text: string, error: unknown): number | null {
  const message = error instanceof Error ? error.message : ''
  const said = /line (\d+)/.exec(message)
  if (said) return Number(said[1])
  const quoted = /\.\.\."([\s\S]+?)"(?:\.\.\.)? is not valid/.exec(message)?.[1]
  const at = quoted === undefined ? -1 : text.indexOf(quoted)
  return at < 0 || quoted === undefined ? null : text.slice(0, at + quoted.length).split('\n').length
}

/** How deep brackets nest, strings left out: later walks recurse, so that it must be known before. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x22) {
      at = stringEnd(text, at + 1)
    } else if (code === 0x7b || code === 0x5b) {
      depth += 1
      if (depth > deepest) deepest = depth
    } else if (code === 0x7d || code === 0x5d) {
      depth -= 1
    }
  }
  return deepest
}

function stringEnd(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return at
    at += code === 0x5c ? 2 : 1
  }
  return at
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined
}

function invalid(error: z.ZodError): Unreadable {
  const issue = error.issues[0]
  const place = ['catalog', ...(issue?.path ?? [])].map(String).join('/')
  const tooLarge = issue?.code === 'too_big'
  return new Unreadable(
    tooLarge
      ? { code: 'text-too-large', place, limit: oscalLimits.prose }
      : { code: 'invalid-catalogue', place },
  )
}

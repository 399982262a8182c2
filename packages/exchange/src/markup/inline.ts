import { isSafeLink } from '@parley/document'
import type { MarkJson, NodeJson } from '@parley/model'
import { words } from '../content/nodes.ts'

/** What stands in OSCAL prose for something else, and how its reader puts it down. */
export interface MarkupPlaces {
  /** `{{ insert: param, id }}`. */
  readonly parameter: (id: string) => readonly NodeJson[]
  /** An insert of another type, e.g. `{{ insert: part, id }}`; its source is what to show where it is unknown. */
  readonly otherInsert: (source: string) => readonly NodeJson[]
  /** A link that no text may hold, mostly within the catalogue (`#ac-2`): its words stay, where it led is noted. */
  readonly fragment: (href: string, text: string) => void
  readonly image: (source: string) => void
}

const insert = /\{\{\s*insert:\s*([a-z-]+)\s*,\s*([^\s{}]+)\s*\}\}/y
const link = /(!?)\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\(\s{0,4}<?([^\s()<>]*)>?(?:\s{1,4}"[^"]*")?\s{0,4}\)/y
const escaped = /\\([!-/:-@[-`{-~])/y
const letter = /[\p{L}\p{N}]/u

/**
 * OSCAL markup-line (https://pages.nist.gov/metaschema, "markup-line") as inline nodes: emphasis, strong, code, links
 * and inserts. An asterisk beside letters on both sides is a character (German "Nutzer*innen"), not emphasis.
 */
export function inlineNodes(
  source: string,
  places: MarkupPlaces,
  marks: readonly MarkJson[] = [],
): NodeJson[] {
  const nodes: NodeJson[] = []
  const context = { source, places, marks, unclosed: new Set<string>() }
  let pending = ''
  let at = 0
  const flush = () => {
    nodes.push(...words(pending, marks))
    pending = ''
  }
  while (at < source.length) {
    const special = readSpecial(context, at)
    if (!special) {
      pending += source.charAt(at)
      at += 1
      continue
    }
    if (typeof special.what === 'string') {
      pending += special.what
    } else {
      flush()
      nodes.push(...special.what)
    }
    at = special.end
  }
  flush()
  return nodes
}

interface Context {
  readonly source: string
  readonly places: MarkupPlaces
  readonly marks: readonly MarkJson[]
  /** Markers known to have no end further on: without it, a text of asterisks takes quadratic time. */
  readonly unclosed: Set<string>
}

interface Special {
  readonly what: string | readonly NodeJson[]
  readonly end: number
}

function readSpecial(context: Context, at: number): Special | null {
  const { source, places, marks } = context
  switch (source.charAt(at)) {
    case '{':
      return readInsert(source, at, places)
    case '[':
    case '!':
      return readLink(source, at, places, marks)
    case '`':
      return readCode(source, at, marks)
    case '\\': {
      const found = match(escaped, source, at)
      return found ? { what: found[1] ?? '', end: at + 2 } : null
    }
    case '*':
      return readEmphasis(context, at)
    default:
      return null
  }
}

function readInsert(source: string, at: number, places: MarkupPlaces): Special | null {
  const found = match(insert, source, at)
  if (!found) return null
  const what = found[1] === 'param' ? places.parameter(found[2] ?? '') : places.otherInsert(found[0])
  return { what, end: at + found[0].length }
}

function readLink(
  source: string,
  at: number,
  places: MarkupPlaces,
  marks: readonly MarkJson[],
): Special | null {
  const found = match(link, source, at)
  if (!found) return null
  const end = at + found[0].length
  const [, bang, text = '', href = ''] = found
  if (bang === '!') {
    places.image(href)
    return { what: words(text, marks), end }
  }
  if (isSafeLink(href)) {
    return { what: inlineNodes(text, places, [...marks, { type: 'link', attrs: { href } }]), end }
  }
  places.fragment(href, text)
  return { what: inlineNodes(text, places, marks), end }
}

function readCode(source: string, at: number, marks: readonly MarkJson[]): Special {
  const fence = source.slice(at, runEnd(source, at))
  const start = at + fence.length
  for (let close = source.indexOf(fence, start); close >= 0; ) {
    const end = runEnd(source, close)
    if (end - close === fence.length) {
      return { what: words(source.slice(start, close).trim(), [...marks, { type: 'code' }]), end }
    }
    close = source.indexOf(fence, end)
  }
  return { what: fence, end: start }
}

/** Where the run of one character that begins at `at` ends. */
function runEnd(source: string, at: number): number {
  let end = at + 1
  while (source.charAt(end) === source.charAt(at)) end += 1
  return end
}

function readEmphasis({ source, places, marks, unclosed }: Context, at: number): Special {
  const run = runEnd(source, at) - at
  if (run > 3) return { what: '*'.repeat(run), end: at + run }
  const marker = '*'.repeat(run)
  const opens = /\S/.test(source.charAt(at + run)) && !letter.test(source.charAt(at - 1))
  const close = opens && !unclosed.has(marker) ? closing(source, at + run, marker) : -1
  if (opens && close < 0) unclosed.add(marker)
  if (close < 0) return { what: marker, end: at + run }
  const added: MarkJson[] = []
  if (run >= 2) added.push({ type: 'bold' })
  if (run !== 2) added.push({ type: 'italic' })
  const inner = source.slice(at + run, close)
  return { what: inlineNodes(inner, places, [...marks, ...added]), end: close + run }
}

function closing(source: string, from: number, marker: string): number {
  for (let at = source.indexOf(marker, from + 1); at > 0; at = source.indexOf(marker, at + 1)) {
    const after = source.charAt(at + marker.length)
    const isRun = after === '*' || source.charAt(at - 1) === '*'
    if (!isRun && /\S/.test(source.charAt(at - 1)) && !letter.test(after)) return at
  }
  return -1
}

function match(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(source)
}

import { Unreadable } from '../read-result.ts'
import { tableLimits } from './table.ts'

/** A tag or the words between two tags; prefixes of namespaces are left out of names. */
export type XmlToken =
  | { readonly kind: 'open' | 'empty'; readonly name: string; readonly attributes: string }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string }

/**
 * The tokens of an XML part of a workbook, in order. Document types are refused: workbooks have none, and entities
 * that a document defines for itself are how small files become large.
 */
export function* xmlTokens(xml: string): Generator<XmlToken> {
  let at = 0
  for (let count = 0; at < xml.length; count += 1) {
    if (count > tableLimits.tokens) {
      throw new Unreadable({ code: 'too-many-cells', limit: tableLimits.cells })
    }
    const start = xml.indexOf('<', at)
    const words = xml.slice(at, start < 0 ? undefined : start)
    if (words !== '') yield { kind: 'text', text: unescaped(words) }
    if (start < 0) return
    if (xml.startsWith('<!--', start)) at = after(xml, '-->', start)
    else if (xml.startsWith('<?', start)) at = after(xml, '?>', start)
    else if (xml.startsWith('<![CDATA[', start)) {
      at = after(xml, ']]>', start)
      yield { kind: 'text', text: xml.slice(start + 9, at - 3) }
    } else if (xml.startsWith('<!', start)) {
      throw new Unreadable({ code: 'not-a-spreadsheet' })
    } else {
      const end = tagEnd(xml, start + 1)
      yield tag(xml.slice(start + 1, end))
      at = end + 1
    }
  }
}

/** An attribute of a tag by its local name, or `null`. */
export function attribute(attributes: string, name: string): string | null {
  // Nearly all attributes are written like this, and there are millions of cells.
  const usual = attributes.indexOf(` ${name}="`)
  if (usual >= 0) {
    const start = usual + name.length + 3
    return unescaped(attributes.slice(start, attributes.indexOf('"', start)))
  }
  if (!attributes.includes(name)) return null
  const pattern = /([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
  for (const [, found, double, single] of attributes.matchAll(pattern)) {
    if (found === name) return unescaped(double ?? single ?? '')
  }
  return null
}

function after(xml: string, marker: string, from: number): number {
  const found = xml.indexOf(marker, from)
  if (found < 0) throw new Unreadable({ code: 'not-a-spreadsheet' })
  return found + marker.length
}

/** Where a tag ends: attribute values may hold ">" too. */
function tagEnd(xml: string, from: number): number {
  let quote = 0
  for (let at = from; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === greater) {
      return at
    } else if (code === doubleQuote || code === singleQuote) {
      quote = code
    }
  }
  throw new Unreadable({ code: 'not-a-spreadsheet' })
}

const [greater, doubleQuote, singleQuote] = [0x3e, 0x22, 0x27]

function tag(inner: string): XmlToken {
  if (inner.startsWith('/')) return { kind: 'close', name: localName(inner.slice(1).trim()) }
  const isEmpty = inner.endsWith('/')
  const body = isEmpty ? inner.slice(0, -1) : inner
  const space = body.search(/\s/)
  const name = space < 0 ? body : body.slice(0, space)
  const attributes = space < 0 ? '' : body.slice(space)
  return { kind: isEmpty ? 'empty' : 'open', name: localName(name), attributes }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return entities[name] ?? whole
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

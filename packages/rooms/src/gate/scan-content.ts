import { assertKey, type Reader } from './reader.ts'
import { ScanError } from './scan-error.ts'

/** Values in attributes and marks are flat; nobody nests deeper than this. */
const deepest = 8

/** What kinds of Yjs types a text is made of: XmlElement (with a name) and XmlText. */
const xmlElement = 3
const xmlText = 6

/** Reads an item's content of one kind (yjs/src/structs/Content*.js) and gives its length in clocks. */
export function contentLength(reader: Reader, kind: number): number {
  switch (kind) {
    case 1: // deleted
      return reader.uint()
    case 4: // string: clocks count UTF-16 units
      return reader.string().length
    case 6: // format: a mark's name and attributes
      reader.mark()
      scanJson(reader.string())
      return 1
    case 7: // type
      scanType(reader)
      return 1
    case 8: // any: values of attributes
      return scanValues(reader)
    default: // JSON, binary, embed, document: texts have none
      throw new ScanError(kind > 9 ? 'malformed' : 'not-allowed')
  }
}

function scanType(reader: Reader): void {
  const type = reader.uint()
  if (type === xmlElement) reader.key()
  else if (type !== xmlText) throw new ScanError('not-allowed')
}

function scanValues(reader: Reader): number {
  const count = reader.count()
  for (let value = 0; value < count; value++) scanAny(reader, 0)
  return count
}

/** Reads one value in lib0's `any` encoding (lib0/decoding.js `readAny`). */
function scanAny(reader: Reader, depth: number): void {
  if (depth > deepest) throw new ScanError('not-allowed')
  const tag = reader.byte()
  switch (tag) {
    case 127: // undefined
    case 126: // null
    case 121: // false
    case 120: // true
      return
    case 125: // integer: the first byte holds 6 bits and a sign, 7 in each that follows
      skipInt(reader)
      return
    case 124: // float32
      reader.skip(4)
      return
    case 123: // float64
      reader.skip(8)
      return
    case 119:
      reader.string()
      return
    case 118: // object
      for (let entries = reader.count(); entries > 0; entries--) {
        reader.key()
        scanAny(reader, depth + 1)
      }
      return
    case 117: // array
      for (let items = reader.count(); items > 0; items--) scanAny(reader, depth + 1)
      return
    default: // 122 bigint, 116 bytes: not values of JSON
      throw new ScanError('not-allowed')
  }
}

function skipInt(reader: Reader): void {
  for (let bytes = 0; bytes < 8; bytes++) if (reader.byte() < 0x80) return
  throw new ScanError('malformed')
}

function scanJson(json: string): void {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw new ScanError('malformed')
  }
  scanJsonValue(value, 0)
}

function scanJsonValue(value: unknown, depth: number): void {
  if (typeof value === 'string' && (value.includes('\u0000') || !value.isWellFormed()))
    throw new ScanError('not-allowed')
  if (typeof value !== 'object' || value === null) return
  if (depth > deepest) throw new ScanError('not-allowed')
  for (const [key, inner] of Object.entries(value)) {
    assertKey(key)
    scanJsonValue(inner, depth + 1)
  }
}

import { ScanError } from './scan-error.ts'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Keys that reach JavaScript's own machinery when they are set on an object. */
const forbiddenKeys = new Set([
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
])

/** Different marks in one update; texts have four. Yjs copies those in force for every piece of text. */
const mostMarks = 8

/** Reads lib0's encoding with a check before every step; anything out of bounds throws a `ScanError`. */
export class Reader {
  readonly #bytes: Uint8Array
  readonly #marks = new Set<string>()
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Bytes not read yet. */
  get left(): number {
    return this.#bytes.length - this.#at
  }

  byte(): number {
    const byte = this.#bytes[this.#at++]
    if (byte === undefined) throw new ScanError('malformed')
    return byte
  }

  skip(length: number): void {
    if (length > this.left) throw new ScanError('malformed')
    this.#at += length
  }

  /** An unsigned integer up to 2^53 - 1 in at most 8 bytes. */
  uint(): number {
    let value = 0
    let factor = 1
    for (let bytes = 0; bytes < 8; bytes++) {
      const byte = this.byte()
      value += (byte & 0x7f) * factor
      if (byte < 0x80) {
        if (value > Number.MAX_SAFE_INTEGER) throw new ScanError('malformed')
        return value
      }
      factor *= 128
    }
    throw new ScanError('malformed')
  }

  /** A number of things that follow: each takes at least a byte. */
  count(): number {
    const count = this.uint()
    if (count > this.left) throw new ScanError('malformed')
    return count
  }

  /** A Yjs client id: 32 bits. */
  client(): number {
    const client = this.uint()
    if (client > 0xffff_ffff) throw new ScanError('malformed')
    return client
  }

  /** A string without U+0000, which PostgreSQL can't hold; UTF-8 has no lone surrogates. */
  string(): string {
    const length = this.uint()
    const start = this.#at
    this.skip(length)
    const text = decode(this.#bytes.subarray(start, this.#at))
    if (text.includes('\u0000')) throw new ScanError('not-allowed')
    return text
  }

  /** A string that becomes the key of an object or a map. */
  key(): string {
    const key = this.string()
    assertKey(key)
    return key
  }

  /** The name of a mark. */
  mark(): string {
    const mark = this.key()
    if (this.#marks.add(mark).size > mostMarks) throw new ScanError('not-allowed')
    return mark
  }
}

/** Throws where a key would reach JavaScript's own machinery. */
export function assertKey(key: string): void {
  if (forbiddenKeys.has(key)) throw new ScanError('not-allowed')
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new ScanError('malformed')
  }
}

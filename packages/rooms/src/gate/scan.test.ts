import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { markedUpdate } from '../testing/bombs.ts'
import { scanUpdate } from './scan.ts'

const root = 'content'

/** The update a change makes in a fresh document of client 7. */
function updateOf(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 7
  change(doc)
  return Y.encodeStateAsUpdate(doc)
}

const fragmentOf = (doc: Y.Doc) => doc.getXmlFragment(root)
const bytes = (write: (encoder: encoding.Encoder) => void) => encoding.encode(write)
const codeOf = (update: Uint8Array) => {
  const outcome = scanUpdate(update, root)
  return outcome.type === 'refused' ? outcome.code : 'scanned'
}

/** One struct of client 7 at clock 0, then no deletions. */
const oneStruct = (info: number, write: (encoder: encoding.Encoder) => void) =>
  bytes((encoder) => {
    for (const number of [1, 1, 7, 0]) encoding.writeVarUint(encoder, number)
    encoding.writeUint8(encoder, info)
    write(encoder)
    encoding.writeVarUint(encoder, 0)
  })

/** An item of some content right in the root. */
const oneItem = (kind: number, write: (encoder: encoding.Encoder) => void) =>
  oneStruct(kind, (encoder) => {
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, root)
    write(encoder)
  })

const anyValue = (value: (encoder: encoding.Encoder) => void) =>
  oneItem(8, (encoder) => {
    encoding.writeVarUint(encoder, 1)
    value(encoder)
  })

describe('the scan of an update', () => {
  it('G2 says what an honest update inserts, builds on and deletes', () => {
    const doc = new Y.Doc()
    doc.clientID = 7
    const paragraph = new Y.XmlElement('paragraph')
    const text = new Y.XmlText()
    fragmentOf(doc).push([paragraph])
    paragraph.push([text])
    text.insert(0, 'Hello')
    const before = Y.encodeStateVector(doc)
    doc.clientID = 8
    text.insert(5, ' you', { bold: {} })
    text.delete(0, 1)
    const outcome = scanUpdate(Y.encodeStateAsUpdate(doc, before), root)
    expect(outcome).toEqual({
      type: 'scanned',
      scan: {
        inserts: [{ client: 8, start: 0, end: 6 }],
        needs: new Map([
          [7, 6],
          [8, 4],
        ]),
        deletes: [{ client: 7, start: 2, end: 3 }],
      },
    })
  })

  it('G2 takes every kind of content that texts have', () => {
    const honest = updateOf((doc) => {
      const table = new Y.XmlElement('table')
      const chip = new Y.XmlElement('parameter')
      const text = new Y.XmlText()
      fragmentOf(doc).push([table, chip, text])
      chip.setAttribute('id', 'V1StGXR8_Z5jdHi6B-myT')
      table.setAttribute('colwidth', [100, 1.5, null, true, { deep: ['values', -3] }] as unknown as string)
      text.insert(0, 'Ünïcödé 🙂', { link: { href: 'https://example.org' } })
      text.delete(0, 3)
      fragmentOf(doc).delete(1, 1)
    })
    expect(codeOf(honest)).toBe('scanned')
  })

  it('G2 refuses what is cut off anywhere, without reading on', () => {
    const honest = updateOf((doc) => fragmentOf(doc).push([new Y.XmlText('some words')]))
    for (let length = 0; length < honest.length; length++)
      expect(codeOf(honest.subarray(0, length))).toBe('malformed')
    expect(codeOf(Uint8Array.of(...honest, 0))).toBe('malformed')
  })

  it.each([
    ['more clients than bytes', [0xff, 0xff, 0xff, 0xff, 0x07]],
    ['more structs than bytes', [1, 0xff, 0xff, 0xff, 0x7f, 7, 0, 0]],
    ['more deletions than bytes', [0, 1, 7, 0xff, 0xff, 0x7f]],
    ['a client twice', [2, 1, 7, 0, 0, 1, 1, 7, 1, 0, 1, 0]],
    ['a client without structs', [1, 0, 7, 0, 0]],
    ['a client id of more than 32 bits', [1, 1, 0xff, 0xff, 0xff, 0xff, 0x7f, 0, 0, 1, 0]],
    ['a number without end', [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1]],
    ['a GC that squats all clocks', [1, 1, 7, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f, 0]],
    ['a struct of no length', [1, 1, 7, 0, 0, 0, 0]],
    ['a kind that is none', [1, 1, 7, 0, 13, 1, 7, 0]],
    ['a deletion twice', [0, 1, 7, 2, 0, 5, 4, 5]],
    ['deletions of a client in two places', [0, 2, 7, 1, 0, 1, 7, 1, 1, 1]],
    ['a V2 update', [...Y.encodeStateAsUpdateV2(new Y.Doc())]],
  ])('G2 refuses %s', (_name, numbers) => {
    expect(codeOf(Uint8Array.from(numbers))).toBe('malformed')
  })

  it('G2 refuses more structs in one update than honest ones have', () => {
    const gaps = (count: number) =>
      bytes((encoder) => {
        for (const number of [1, count, 7, 0]) encoding.writeVarUint(encoder, number)
        for (let gap = 0; gap < count; gap++) encoding.writeUint8Array(encoder, Uint8Array.of(0, 1))
        encoding.writeVarUint(encoder, 0)
      })
    expect([codeOf(gaps(20_000)), codeOf(gaps(20_001))]).toEqual(['scanned', 'too-large'])
  })

  it('G2 refuses gaps, which would stay pending', () => {
    expect(codeOf(oneStruct(10, (encoder) => encoding.writeVarUint(encoder, 5)))).toBe('unknown-dependency')
  })

  it.each<[string, Uint8Array]>([
    ['another root', updateOf((doc) => doc.getText('hidden').insert(0, 'x'))],
    ['a map', updateOf((doc) => fragmentOf(doc).push([new Y.Map() as unknown as Y.XmlElement]))],
    ['a subdocument', updateOf((doc) => fragmentOf(doc).push([new Y.Doc() as unknown as Y.XmlElement]))],
    ['bytes', updateOf((doc) => fragmentOf(doc).push([Uint8Array.of(1) as unknown as Y.XmlElement]))],
    ['an embedded object', updateOf((doc) => textIn(doc).insertEmbed(0, { image: 'x' }))],
    ['U+0000', updateOf((doc) => textIn(doc).insert(0, 'a\u0000b'))],
    ['U+0000 in a mark', updateOf((doc) => textIn(doc).insert(0, 'a', { link: { href: '\u0000' } }))],
    [
      'a lone surrogate in a mark',
      updateOf((doc) => textIn(doc).insert(0, 'a', { link: { href: '\ud800' } })),
    ],
    ['more marks than there are', markedUpdate(7, 9, 9)],
    ['a prototype as mark', updateOf((doc) => textIn(doc).insert(0, 'a', { constructor: {} } as object))],
    [
      'a prototype in a mark',
      oneItem(6, (encoder) => {
        encoding.writeVarString(encoder, 'link')
        encoding.writeVarString(encoder, '{"__proto__":{"x":1}}')
      }),
    ],
    [
      'a prototype as name',
      oneItem(7, (encoder) => {
        encoding.writeVarUint(encoder, 3)
        encoding.writeVarString(encoder, '__proto__')
      }),
    ],
    ['a prototype as attribute', updateOf((doc) => elementIn(doc).setAttribute('__proto__', 'x'))],
    [
      'a prototype in a value',
      anyValue((encoder) => {
        for (const byte of [118, 1]) encoding.writeUint8(encoder, byte)
        encoding.writeVarString(encoder, '__proto__')
        encoding.writeUint8(encoder, 126)
      }),
    ],
    [
      'a value too deep',
      anyValue((encoder) => {
        for (let depth = 0; depth < 100_000; depth++)
          for (const byte of [117, 1]) encoding.writeUint8(encoder, byte)
        encoding.writeUint8(encoder, 126)
      }),
    ],
    [
      'a mark too deep',
      oneItem(6, (encoder) => {
        encoding.writeVarString(encoder, 'link')
        encoding.writeVarString(encoder, `${'['.repeat(1_000)}${']'.repeat(1_000)}`)
      }),
    ],
    ['a big integer', anyValue((encoder) => encoding.writeAny(encoder, 5n as unknown as string))],
  ])('G2 refuses %s', (_name, update) => {
    expect(codeOf(update)).toBe('not-allowed')
  })

  it('G2 refuses UTF-8 that is none and marks that are no JSON', () => {
    const invalid = oneItem(4, (encoder) => {
      for (const byte of [2, 0xc3, 0x28]) encoding.writeUint8(encoder, byte)
    })
    const noJson = oneItem(6, (encoder) => {
      encoding.writeVarString(encoder, 'bold')
      encoding.writeVarString(encoder, '{')
    })
    expect([codeOf(invalid), codeOf(noJson)]).toEqual(['malformed', 'malformed'])
  })

  it('G2 reads any bytes at all without throwing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (any) => {
        scanUpdate(any, root)
      }),
      { numRuns: 3_000, seed: 20_260 },
    )
  })

  it('G2 lets nothing through that makes Yjs throw', () => {
    const honest = updateOf((doc) => {
      textIn(doc).insert(0, 'some words', { bold: {} })
      elementIn(doc).setAttribute('level', 2 as unknown as string)
      fragmentOf(doc).delete(0, 1)
    })
    const change = fc.tuple(fc.nat({ max: honest.length - 1 }), fc.nat({ max: 255 }))
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const update = honest.slice()
        for (const [at, byte] of changes) update[at] = byte
        if (scanUpdate(update, root).type === 'scanned') Y.applyUpdate(new Y.Doc(), update)
      }),
      { numRuns: 5_000, seed: 20_261 },
    )
  })
})

function elementIn(doc: Y.Doc): Y.XmlElement {
  const element = new Y.XmlElement('heading')
  fragmentOf(doc).push([element])
  return element
}

function textIn(doc: Y.Doc): Y.XmlText {
  const text = new Y.XmlText()
  fragmentOf(doc).push([text])
  return text
}

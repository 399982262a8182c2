import { prosemirrorToYDoc } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  anchorAt,
  applyContent,
  bold,
  canonicalContent,
  findQuote,
  paragraph,
  quoteAt,
  readContent,
  resolveAnchor,
  schema,
  seedUpdate,
  textContent,
} from '../index.ts'
import { fixed, validContent } from '../testing/arbitrary.ts'

const seeded = (content = textContent('T'), clientId = 1) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, seedUpdate(content, clientId))
  return doc
}

test('Y4 the same content and client id seed the same bytes', () => {
  fc.assert(
    fc.property(validContent, (content) => {
      expect(seedUpdate(content, 7)).toEqual(seedUpdate(content, 7))
    }),
    fixed(3, 50),
  )
})

test('Y4 a seed is one client’s', () => {
  const doc = seeded(textContent('T', [paragraph('x')]), 42)
  expect([...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()]).toEqual([42])
})

test('Y5 applying content makes any document equal to it', () => {
  fc.assert(
    fc.property(validContent, validContent, (before, after) => {
      const doc = seeded(before)
      applyContent(doc, after)
      expect(canonicalContent(readContent(doc))).toEqual(canonicalContent(after))
    }),
    fixed(4, 60),
  )
})

test('Y5 applying what is there already changes nothing', () => {
  fc.assert(
    fc.property(validContent, (content) => {
      const doc = seeded(content)
      const before = Y.encodeStateVector(doc)
      applyContent(doc, content)
      expect(Y.encodeStateVector(doc)).toEqual(before)
    }),
    fixed(5),
  )
})

test('Y5 a replica that gets the edits is equal', () => {
  fc.assert(
    fc.property(validContent, validContent, validContent, (base, first, second) => {
      const [a, b] = [seeded(base), seeded(base)]
      a.clientID = 2
      b.clientID = 3
      applyContent(a, first)
      applyContent(b, second)
      Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
      Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
      expect(readContent(a)).toEqual(readContent(b))
    }),
    fixed(6, 50),
  )
})

test('Y5 one word changed leaves all others in place, and the edit has its origin', () => {
  const words = (second: string) =>
    textContent('T', [paragraph('one'), paragraph('two ', second), paragraph('three')])
  const doc = seeded(words('old'))
  const kept = doc.getXmlFragment('content').toArray()
  let origin: unknown
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    origin = transaction.origin
  })
  applyContent(doc, words('new'), 'repair')
  expect(doc.getXmlFragment('content').toArray()).toEqual(kept)
  expect(origin).toBe('repair')
  const added = Y.decodeUpdate(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(seeded(words('old')))))
  expect(added.structs.map((struct) => struct.length)).toEqual([3])
})

test('Y5 a missing title is put in front of what is there', () => {
  const doc = new Y.Doc()
  const block = new Y.XmlElement('paragraph')
  doc.getXmlFragment('content').push([block])
  applyContent(doc, textContent('', [paragraph()]))
  expect(doc.getXmlFragment('content').get(1)).toBe(block)
})

test('Y5 words others write at the same time are kept', () => {
  const doc = seeded(textContent('T', [paragraph('the old words')]))
  const other = seeded(textContent('T', [paragraph('the old words')]))
  applyContent(doc, textContent('T', [paragraph('the new words')]))
  applyContent(other, textContent('T', [paragraph('Today the old words')]))
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other))
  expect(readContent(doc)).toEqual(textContent('T', [paragraph('Today the new words')]))
})

test('Y5 content that is not valid is not applied', () => {
  const doc = seeded()
  expect(() => applyContent(doc, { type: 'doc', content: [paragraph(bold('no title'))] })).toThrow()
  expect(readContent(doc)).toEqual(textContent('T'))
})

test('Y5 words between two changes stay who they are', () => {
  const doc = seeded(textContent('T', [paragraph('first the long middle part last')]))
  const now = anchorOf(doc, 'the long middle part')
  applyContent(doc, textContent('T', [paragraph('1st the long ', bold('middle'), ' part end')]))
  expect(now()).toBe('the long middle part')
})

test('Y5 a block put in between leaves its neighbours who they are', () => {
  const doc = seeded(textContent('T', [paragraph('one'), paragraph('two'), paragraph('three')]))
  const now = anchorOf(doc, 'two')
  applyContent(
    doc,
    textContent('New', [paragraph('zero'), paragraph('one more'), paragraph('two'), paragraph('four')]),
  )
  expect(now()).toBe('two')
})

test('Y5 a format hidden under a hashed name is taken off too', () => {
  const doc = seeded(textContent('T', [paragraph('words')]))
  const block = doc.getXmlFragment('content').get(1)
  const text = block instanceof Y.XmlElement ? block.get(0) : null
  if (text instanceof Y.XmlText) text.format(0, 3, { 'bold--AAAAAAAA': {} })
  expect(readContent(doc)).toEqual(textContent('T', [paragraph(bold('wor'), 'ds')]))
  applyContent(doc, textContent('T', [paragraph('words')]))
  expect(readContent(doc)).toEqual(textContent('T', [paragraph('words')]))
})

test('Y5 seeds are encoded as y-tiptap would', () => {
  fc.assert(
    fc.property(validContent, (content) => {
      const theirs = prosemirrorToYDoc(schema.nodeFromJSON(content), 'content')
      const ours = seeded(content)
      expect(ours.getXmlFragment('content').toJSON()).toBe(theirs.getXmlFragment('content').toJSON())
      expect(readContent(ours)).toEqual(readContent(theirs))
    }),
    fixed(7),
  )
})

function anchorOf(doc: Y.Doc, quote: string) {
  const range = findQuote(readContent(doc), quote)
  const anchor = range && anchorAt(doc, range.from, range.to)
  if (!anchor) throw new Error('expected the quote')
  return () => {
    const found = resolveAnchor(doc, anchor)
    return found && quoteAt(readContent(doc), found.from, found.to)
  }
}

test('Y6 an empty line has one text, also after it was filled and emptied', () => {
  const doc = seeded(textContent('', [paragraph(), paragraph('beside')]), 42)
  const counts = () =>
    doc
      .getXmlFragment('content')
      .toArray()
      .map((line) => (line instanceof Y.XmlElement ? line.length : null))
  expect(counts()).toEqual([1, 1, 1])
  const filled = textContent('Title', [paragraph('words'), paragraph('beside')])
  for (const content of [filled, textContent('', [paragraph(), paragraph('beside')]), filled]) {
    applyContent(doc, content)
    expect(counts()).toEqual([1, 1, 1])
    expect(readContent(doc)).toEqual(content)
  }
})

import { initProseMirrorDoc } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  canonicalContent,
  contentProblem,
  foreignRoot,
  readContent,
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
const root = (doc: Y.Doc) => doc.getXmlFragment('content')

/** Content that stands under the title, whatever it is. */
function hostile(write: (paragraph: Y.XmlElement, fragment: Y.XmlFragment) => void) {
  const doc = seeded()
  doc.transact(() => {
    const paragraph = new Y.XmlElement('paragraph')
    root(doc).push([paragraph])
    write(paragraph, root(doc))
  })
  return doc
}

test('Y2 what was seeded is read back', () => {
  fc.assert(
    fc.property(validContent, (content) => {
      expect(canonicalContent(readContent(seeded(content)))).toEqual(canonicalContent(content))
    }),
    fixed(1),
  )
})

test('Y2 what is read is what y-tiptap shows', () => {
  fc.assert(
    fc.property(validContent, (content) => {
      const doc = seeded(content)
      const shown = initProseMirrorDoc(root(doc), schema).doc
      expect(schema.nodeFromJSON(readContent(doc)).toJSON()).toEqual(shown.toJSON())
    }),
    fixed(2),
  )
})

test('Y2 words in neighbouring Yjs texts are one run', () => {
  const doc = hostile((paragraph) => paragraph.push([new Y.XmlText('one '), new Y.XmlText('two')]))
  expect(readContent(doc)).toEqual(
    textContent('T', [{ type: 'paragraph', content: [{ type: 'text', text: 'one two' }] }]),
  )
})

test('Y2 a mark is read without the hash of one that may overlap itself, marks in the schema’s order', () => {
  const doc = hostile((paragraph) => {
    const text = new Y.XmlText()
    paragraph.push([text])
    text.insert(0, 'x', { bold: {}, 'link--Ab1+/=zZ': { href: 'https://a.example', class: null } })
  })
  const marks = [{ type: 'link', attrs: { href: 'https://a.example' } }, { type: 'bold' }]
  expect(readContent(doc).content?.[1]?.content).toEqual([{ type: 'text', text: 'x', marks }])
})

test('Y2 formats that were taken off, and deleted things, are not read', () => {
  const doc = hostile((paragraph, fragment) => {
    const text = new Y.XmlText()
    paragraph.push([text])
    text.insert(0, 'abc', { bold: {} })
    text.format(0, 3, { bold: null })
    text.delete(1, 1)
    paragraph.setAttribute('gone', 'x')
    paragraph.removeAttribute('gone')
    fragment.push([new Y.XmlElement('video')])
    fragment.delete(2, 1)
  })
  expect(readContent(doc)).toEqual(
    textContent('T', [{ type: 'paragraph', content: [{ type: 'text', text: 'ac' }] }]),
  )
})

const strange: readonly (readonly [string, Y.Doc])[] = [
  ['a node of an unknown name', hostile((_, fragment) => fragment.push([new Y.XmlElement('script')]))],
  [
    'a node named like a property of objects',
    hostile((_, fragment) => fragment.push([new Y.XmlElement('constructor')])),
  ],
  ['an unknown attribute', hostile((paragraph) => paragraph.setAttribute('onclick', 'x'))],
  [
    'an attribute that would set a prototype',
    hostile((paragraph) => paragraph.setAttribute('__proto__', 'x')),
  ],
  ['a hook', hostile((paragraph) => paragraph.push([new Y.XmlHook('x') as unknown as Y.XmlElement]))],
  [
    'a map among the children',
    hostile((paragraph) => paragraph.push([new Y.Map() as unknown as Y.XmlElement])),
  ],
  ['a fragment among the children', hostile((p) => p.push([new Y.XmlFragment() as unknown as Y.XmlElement]))],
  ['an embedded value', hostile((p) => textIn(p).insertEmbed(0, { image: 'x' }))],
  ['an embedded type', hostile((p) => textIn(p).insertEmbed(0, new Y.Map()))],
  ['an unknown format', hostile((p) => textIn(p).insert(0, 'x', { highlight: {} }))],
  ['a format without attributes', hostile((p) => textIn(p).insert(0, 'x', { bold: true }))],
  ['a link to a script', hostile((p) => textIn(p).insert(0, 'x', { link: { href: 'javascript:alert(1)' } }))],
  ['an attribute on words', hostile((p) => textIn(p).setAttribute('x', 'y'))],
  ['endless nesting', hostile((p) => nest(p, 3_000))],
]

function textIn(paragraph: Y.XmlElement): Y.XmlText {
  const text = new Y.XmlText()
  paragraph.push([text])
  return text
}

function nest(outer: Y.XmlElement, levels: number) {
  let inner = outer
  for (let level = 0; level < levels; level += 1) {
    const next = new Y.XmlElement('blockquote')
    inner.push([next])
    inner = next
  }
}

test.each(strange)('Y3 %s is read so that it is refused', (_, doc) => {
  expect(contentProblem(readContent(doc))).toMatchObject({ kind: 'unsafe' })
})

test.each(strange)('Y1 reading %s writes nothing', (_, doc) => {
  const before = Y.encodeStateAsUpdate(doc)
  let updates = 0
  doc.on('update', () => {
    updates += 1
  })
  readContent(doc)
  expect(updates).toBe(0)
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before)
})

test('Y1 y-tiptap’s own reader would have deleted the unknown node', () => {
  const doc = hostile((_, fragment) => fragment.push([new Y.XmlElement('script')]))
  initProseMirrorDoc(root(doc), schema)
  expect(root(doc).length).toBe(2)
})

test('Y3 a root beside the text’s own is named', () => {
  const doc = seeded()
  expect(foreignRoot(doc)).toBeNull()
  doc.getMap('hidden').set('a', 1)
  expect(foreignRoot(doc)).toBe('hidden')
})

test('Y2 a text without words among blocks is refused: y-tiptap fails on it, or takes it away in the reader’s name', () => {
  const inRoot = hostile((_paragraph, fragment) => fragment.insert(0, [new Y.XmlText()]))
  expect(() => initProseMirrorDoc(root(inRoot), schema)).toThrow()
  expect(contentProblem(readContent(inRoot))).toMatchObject({ kind: 'unsafe' })
  const emptied = hostile((_paragraph, fragment) => {
    const text = new Y.XmlText('words')
    fragment.insert(0, [text])
    text.delete(0, 5)
  })
  expect(contentProblem(readContent(emptied))).toMatchObject({ kind: 'unsafe' })
  const inList = hostile((_paragraph, fragment) => {
    const list = new Y.XmlElement('bulletList')
    fragment.push([list])
    list.push([new Y.XmlText(), new Y.XmlElement('listItem')])
  })
  expect(contentProblem(readContent(inList))).toMatchObject({ kind: 'unsafe' })
  const honest = hostile((paragraph) => paragraph.push([new Y.XmlText(), new Y.XmlText()]))
  expect(contentProblem(readContent(honest))).toBe(null)
})

test('Y2 an attribute that is set to nothing is refused: an editor takes it away instead', () => {
  const doc = hostile((_paragraph, fragment) => {
    const heading = new Y.XmlElement('heading')
    fragment.push([heading])
    // reason: attributes hold any value of JSON, which the type does not say
    heading.setAttribute('level', null as unknown as string)
  })
  expect(contentProblem(readContent(doc))).toMatchObject({ kind: 'unsafe', code: 'unknown-attribute' })
})

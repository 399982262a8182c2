import type { NodeJson, TextContent } from '@parley/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  applyContent,
  bold,
  bulletList,
  chip,
  chipIds,
  contentProblem,
  limits,
  listItem,
  paragraph,
  plainText,
  readContent,
  repairContent,
  seedUpdate,
  table,
  tableRow,
  textContent,
} from '../index.ts'
import { fixed, unstructuredContent, validContent } from '../testing/arbitrary.ts'

const doc = (...content: readonly unknown[]) => ({ type: 'doc', content: [{ type: 'title' }, ...content] })
const words = (text: string, ...marks: unknown[]) => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks }],
})
const nested = (depth: number): unknown =>
  Array.from({ length: depth }).reduce<unknown>(
    (inner) => ({ type: 'blockquote', content: [inner] }),
    words('x'),
  )

test('P1 valid content has no problem', () => {
  fc.assert(
    fc.property(validContent, (content) => {
      expect(contentProblem(content)).toBeNull()
    }),
    fixed(10),
  )
})

test.each([
  ['not-a-document', null, []],
  ['not-a-document', [], []],
  ['not-a-document', { type: 'paragraph' }, []],
  ['unknown-node', doc({ type: 'image' }), [1]],
  ['unknown-node', doc({ type: 'constructor' }), [1]],
  ['unknown-node', doc({ type: '__proto__' }), [1]],
  ['unknown-node', doc({ type: 'doc' }), [1]],
  ['unknown-node', doc('words'), [1]],
  ['unknown-node', doc(null), [1]],
  ['unknown-node', doc({ type: 'paragraph', content: 'words' }), [1]],
  [
    'unknown-node',
    doc({ type: 'paragraph', content: [{ type: 'hardBreak', content: [words('x')] }] }),
    [1, 0],
  ],
  ['unknown-mark', doc(words('x', { type: 'underline' })), [1, 0]],
  ['unknown-mark', doc(words('x', { type: 'toString' })), [1, 0]],
  ['unknown-mark', doc(words('x', 'bold')), [1, 0]],
  ['unknown-attribute', doc({ type: 'paragraph', attrs: { style: 'x' } }), [1]],
  ['unknown-attribute', doc(words('x', { type: 'bold', attrs: { class: 'x' } })), [1, 0]],
  [
    'unknown-attribute',
    doc(words('x', { type: 'link', attrs: { href: 'https://a.example', target: 'x' } })),
    [1, 0],
  ],
  ['unknown-attribute', doc({ type: 'paragraph', toJSON: 1 }), [1]],
  ['unknown-attribute', doc(JSON.parse('{"type":"paragraph","attrs":{"__proto__":{}}}')), [1]],
  ['bad-attribute', doc({ type: 'heading', attrs: { level: 4 } }), [1]],
  ['bad-attribute', doc({ type: 'paragraph', attrs: [] }), [1]],
  ['bad-attribute', doc({ type: 'orderedList', attrs: { start: -1 } }), [1]],
  ['bad-attribute', doc({ type: 'tableCell', attrs: { colspan: 1e9 } }), [1]],
  ['bad-attribute', doc({ type: 'tableCell', attrs: { align: 'left;x' } }), [1]],
  ['bad-attribute', doc({ type: 'paragraph', content: [{ type: 'parameter' }] }), [1, 0]],
  ['bad-attribute', doc({ type: 'paragraph', content: [{ type: 'parameter', attrs: { id: '' } }] }), [1, 0]],
  ['bad-attribute', doc({ type: 'paragraph', content: [{ type: 'parameter', attrs: { id: {} } }] }), [1, 0]],
  ['unsafe-link', doc(words('x', { type: 'link', attrs: { href: 'javascript:x' } })), [1, 0]],
  ['unsafe-link', doc(words('x', { type: 'link' })), [1, 0]],
  ['bad-text', doc(words('a\u0000b')), [1, 0]],
  ['bad-text', doc(words('a\ud800b')), [1, 0]],
  ['bad-text', doc({ type: 'paragraph', content: [{ type: 'text' }] }), [1, 0]],
  ['bad-text', doc({ type: 'paragraph', text: 'x' }), [1]],
  ['too-large', doc(words('x'.repeat(limits.characters + 1))), [1, 0]],
  ['too-large', doc(table(...Array.from({ length: 50 }, () => wideRow(10)))), [1]],
])('P2 %s is unsafe and says where', (code, content, path) => {
  expect(contentProblem(content)).toMatchObject({ kind: 'unsafe', code, path })
})

function wideRow(cells: number) {
  const attrs = { colspan: limits.span }
  return tableRow(
    ...Array.from({ length: cells }, () => ({ type: 'tableCell', attrs, content: [paragraph()] })),
  )
}

test('P2 nesting is bounded', () => {
  expect(contentProblem(doc(nested(limits.depth - 2)))).toBeNull()
  expect(contentProblem(doc(nested(limits.depth)))).toMatchObject({ code: 'too-deep' })
  expect(contentProblem(doc(nested(100_000)))).toMatchObject({ code: 'too-deep' })
})

test('P2 what is unsafe comes before what is only broken', () => {
  expect(contentProblem({ type: 'doc', content: [words('no title'), { type: 'image' }] })).toMatchObject({
    code: 'unknown-node',
    path: [1],
  })
})

test.each([
  ['missing-title', { type: 'doc' }, []],
  ['missing-title', { type: 'doc', content: [words('x')] }, []],
  ['misplaced-node', doc({ type: 'title' }), [1]],
  ['misplaced-node', doc({ type: 'listItem' }), [1]],
  ['misplaced-node', doc({ type: 'text', text: 'x' }), [1]],
  ['misplaced-node', { type: 'doc', content: [{ type: 'title', content: [chip('p')] }] }, [0, 0]],
  ['empty-container', doc({ type: 'bulletList' }), [1]],
  ['empty-container', doc({ type: 'bulletList', content: [{ type: 'listItem' }] }), [1, 0]],
  ['empty-container', doc({ type: 'blockquote' }), [1]],
  ['empty-container', doc({ type: 'table' }), [1]],
  ['misplaced-mark', { type: 'doc', content: [{ type: 'title', content: [bold('x')] }] }, [0, 0]],
  ['misplaced-mark', doc(paragraph(bold(chip('p')))), [1, 0]],
  ['misplaced-mark', doc(words('x', { type: 'bold' }, { type: 'bold' })), [1, 0]],
  ['empty-text', doc(words('')), [1, 0]],
  ['ragged-table', doc(table(tableRow('a', 'b'), tableRow('c'))), [1]],
])('P3 %s is a problem of structure', (code, content, path) => {
  expect(contentProblem(content)).toMatchObject({ kind: 'structure', code, path })
  expect(contentProblem(repairContent(content as TextContent))).toBeNull()
})

test('P4 any value whatever is judged', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      contentProblem(value)
      expect(contentProblem({ type: 'doc', content: [value] })).not.toBeNull()
    }),
    fixed(11, 150),
  )
})

test('R1 repaired content has no problem, and repairing it again changes nothing', () => {
  fc.assert(
    fc.property(unstructuredContent, (content) => {
      const repaired = repairContent(content)
      expect(contentProblem(repaired)).toBeNull()
      expect(repairContent(repaired)).toEqual(repaired)
      expect(repairContent(content)).toEqual(repaired)
      expect(() => seedUpdate(repaired, 1)).not.toThrow()
    }),
    fixed(12, 300),
  )
})

test('R1 what would get too deep by repair keeps its words', () => {
  const deep = doc(nested(limits.depth - 3)) as TextContent
  const loose = JSON.parse(JSON.stringify(deep).replaceAll('"paragraph"', '"tableCell"')) as TextContent
  const repaired = repairContent(loose)
  expect(contentProblem(repaired)).toBeNull()
  expect(plainText(repaired)).toContain('x')
})

test('R2 content without a problem is not changed', () => {
  fc.assert(
    fc.property(validContent, (content) => {
      expect(repairContent(content)).toEqual(content)
    }),
    fixed(13),
  )
})

test('R3 repair loses no word of a block and no chip outside a title', () => {
  fc.assert(
    fc.property(unstructuredContent, (content) => {
      const repaired = repairContent(content)
      expect(letters(repaired)).toEqual(letters(content))
      const untitled = JSON.parse(JSON.stringify(content).replaceAll('"title"', '"paragraph"')) as TextContent
      expect(chipIds(repairContent(untitled)).sort()).toEqual(chipIds(untitled).sort())
    }),
    fixed(14, 150),
  )
})

function letters(node: NodeJson): string[] {
  const own = [...(node.text ?? '')].filter((letter) => letter !== ' ')
  return [...own, ...(node.content ?? []).flatMap(letters)].sort()
}

test('R1 the title of a text comes first, a second one becomes a paragraph', () => {
  const title = (text: string) => ({ type: 'title', content: [{ type: 'text', text }] })
  const broken: TextContent = { type: 'doc', content: [paragraph('x'), title('One'), title('Two')] }
  expect(repairContent(broken)).toEqual(textContent('One', [paragraph('x'), paragraph('Two')]))
})

test('R1 an emptied item keeps its place, a list without items goes', () => {
  const withList = (items: NodeJson[]): TextContent => ({
    type: 'doc',
    content: [{ type: 'title' }, { type: 'bulletList', content: items }],
  })
  expect(repairContent(withList([{ type: 'listItem' }]))).toEqual(textContent('', [bulletList('')]))
  expect(repairContent(withList([]))).toEqual(textContent(''))
})

test('R1 a ragged table gets the cells that it lacks', () => {
  const broken = textContent('', [table(tableRow('a', 'b'), tableRow('c'))])
  expect(repairContent(broken)).toEqual(textContent('', [table(tableRow('a', 'b'), tableRow('c', ''))]))
})

test('R1 what two people broke together is repaired alike on every replica', () => {
  const seed = seedUpdate(textContent('T', [bulletList(listItem('one', 'two'))]), 1)
  const docs = [2, 3].map((clientId) => {
    const replica = new Y.Doc()
    replica.clientID = clientId
    Y.applyUpdate(replica, seed)
    return replica
  })
  // Each deletes one of the item's two paragraphs; together they empty it.
  for (const [index, replica] of docs.entries()) {
    const list = replica.getXmlFragment('content').get(1)
    const item = list instanceof Y.XmlElement ? list.get(0) : null
    if (item instanceof Y.XmlElement) item.delete(index, 1)
  }
  const news = docs.map((replica) => Y.encodeStateAsUpdate(replica))
  for (const replica of docs) for (const update of news) Y.applyUpdate(replica, update)
  for (const replica of docs) {
    const merged = readContent(replica)
    expect(contentProblem(merged)).toMatchObject({ kind: 'structure', code: 'empty-container', path: [1, 0] })
    applyContent(replica, repairContent(merged))
    expect(readContent(replica)).toEqual(textContent('T', [bulletList('')]))
  }
})

test('R1 repair refuses what is unsafe', () => {
  expect(() => repairContent({ type: 'doc', content: [{ type: 'image' }] })).toThrow('unknown-node')
})

import type { MarkJson, NodeJson, TextContent } from '@parley/model'
import fc from 'fast-check'
import { joinWords } from '../canonical/canonical-content.ts'

/** The same runs every time; a failing one is replayed by the path that fast-check prints. */
export const fixed = (seed: number, numRuns = 100) => ({ seed, numRuns })

const words = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z ]{1,12}$/) },
  { weight: 1, arbitrary: fc.constantFrom('ä', '💡', 'é', '<b>&"', "it's", '\n', '12', 'ab\u200d') },
)

const mark: fc.Arbitrary<MarkJson> = fc.constantFrom<MarkJson>(
  { type: 'bold' },
  { type: 'italic' },
  { type: 'code' },
  { type: 'link', attrs: { href: 'https://example.org/?a=1&b=2' } },
  { type: 'link', attrs: { href: 'mailto:a@example.org' } },
)

const order = ['link', 'bold', 'italic', 'code']

const marks = fc
  .uniqueArray(mark, { selector: (each) => each.type, maxLength: 3 })
  .map((found) => found.toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type)))

const wordNode: fc.Arbitrary<NodeJson> = fc
  .tuple(words, fc.option(marks, { nil: [] }))
  .map(([text, found]) => ({ type: 'text', text, ...(found.length > 0 ? { marks: found } : {}) }))

const chipNode: fc.Arbitrary<NodeJson> = fc
  .constantFrom('p1', 'p2', 'p3')
  .map((id) => ({ type: 'parameter', attrs: { id } }))

const inline: fc.Arbitrary<NodeJson> = fc.oneof(
  { weight: 6, arbitrary: wordNode },
  { weight: 1, arbitrary: chipNode },
  { weight: 1, arbitrary: fc.constant<NodeJson>({ type: 'hardBreak' }) },
)

const node = (type: string, content: readonly NodeJson[], attrs?: Record<string, unknown>): NodeJson => ({
  type,
  ...(attrs ? { attrs } : {}),
  ...(content.length > 0 ? { content } : {}),
})

const paragraphNode = fc.array(inline, { maxLength: 6 }).map((found) => node('paragraph', joinWords(found)))

const { block } = fc.letrec<{ block: NodeJson; item: NodeJson; cell: NodeJson; table: NodeJson }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'block' },
    { weight: 5, arbitrary: paragraphNode },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(2, 3), fc.array(inline, { maxLength: 3 }))
        .map(([level, found]) => node('heading', joinWords(found), { level })),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('item'), { minLength: 1, maxLength: 3 })
        .map((items) => node('bulletList', items)),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.integer({ min: 2, max: 9 }), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
        .map(([start, items]) => node('orderedList', items, { start })),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('block'), { minLength: 1, maxLength: 2 })
        .map((found) => node('blockquote', found)),
    },
    { weight: 1, arbitrary: tie('table') },
  ),
  item: fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((found) => node('listItem', found)),
  cell: fc
    .tuple(
      fc.constantFrom('tableCell', 'tableHeader'),
      fc.array(tie('block'), { minLength: 1, maxLength: 2 }),
    )
    .map(([type, found]) => node(type, found)),
  table: fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
    .chain(([rows, columns]) =>
      fc.array(
        fc
          .array(tie('cell'), { minLength: columns, maxLength: columns })
          .map((cells) => node('tableRow', cells)),
        { minLength: rows, maxLength: rows },
      ),
    )
    .map((rows) => node('table', rows)),
}))

/** Any content without a problem, in canonical form. */
export const validContent: fc.Arbitrary<TextContent> = fc
  .tuple(fc.option(words, { nil: '' }), fc.array(block, { maxLength: 4 }))
  .map(([title, blocks]) => ({
    type: 'doc',
    content: [node('title', title === '' ? [] : [{ type: 'text', text: title }]), ...blocks],
  }))

const containers = [
  'title',
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'table',
]

const { anyNode } = fc.letrec<{ anyNode: NodeJson }>((tie) => ({
  anyNode: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'any' },
    { weight: 2, arbitrary: inline },
    {
      weight: 4,
      arbitrary: fc
        .tuple(
          fc.constantFrom(...containers, 'tableRow', 'tableRow'),
          fc.array(tie('anyNode'), { maxLength: 4 }),
        )
        .map(([type, content]) => node(type, content)),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom('tableCell', 'tableHeader'),
          fc.record({ colspan: fc.integer({ min: 1, max: 4 }), rowspan: fc.integer({ min: 1, max: 4 }) }),
          fc.array(tie('anyNode'), { maxLength: 2 }),
        )
        .map(([type, attrs, content]) => node(type, content, attrs)),
    },
  ),
}))

/** Known nodes and marks thrown together without any regard for structure. */
export const unstructuredContent: fc.Arbitrary<TextContent> = fc
  .array(anyNode, { maxLength: 5 })
  .map((content) => ({ type: 'doc', content }))

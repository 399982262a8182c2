import type { NodeJson } from '@parley/model'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bold,
  bulletList,
  canonicalContent,
  chip,
  contentHtml,
  diffContent,
  diffHtml,
  diffWords,
  heading,
  paragraph,
  plainText,
  type RenderNode,
  table,
  tableRow,
  textContent,
} from '../index.ts'
import { fixed, validContent } from '../testing/arbitrary.ts'

/** The version that the comparison shows when one kind of change is left out. */
function side(nodes: readonly RenderNode[], without: 'added' | 'removed'): NodeJson[] {
  return nodes
    .filter((node) => node.change !== without)
    .map(({ change: _, content, ...node }) => {
      const inner = side(content ?? [], without)
      return inner.length > 0 ? { ...node, content: inner } : node
    })
}

const changes = (nodes: readonly RenderNode[]): string[] =>
  nodes.flatMap((node) => [...(node.change ? [node.change] : []), ...changes(node.content ?? [])])

const bodyDiff = (before: NodeJson[], after: NodeJson[]) =>
  diffHtml(textContent('', before), textContent('', after), { title: false })

test('D1 kept and added words are the later version, kept and removed ones the earlier', () => {
  fc.assert(
    fc.property(validContent, validContent, (before, after) => {
      const { blocks } = diffContent(before, after)
      expect(canonicalContent({ type: 'doc', content: side(blocks, 'removed') })).toEqual(
        canonicalContent(after),
      )
      const earlier = plainText({ type: 'doc', content: side(blocks, 'added') })
      const letters = (words: string) => words.replace(/[\s>\-\d.]/g, '')
      expect(letters(earlier)).toBe(letters(plainText(before)))
    }),
    fixed(60, 150),
  )
})

test('D1 the comparison of strings reads as either', () => {
  const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '.', 'ä', '💡', '\n'), maxLength: 30 })
  fc.assert(
    fc.property(words, words, (before, after) => {
      const segments = diffWords(before, after)
      const read = (change: string) =>
        segments
          .filter((each) => each.change !== change)
          .map((each) => each.text)
          .join('')
      expect(read('removed')).toBe(after)
      expect(read('added')).toBe(before)
    }),
    fixed(61, 150),
  )
})

test('D1 whole words are compared, and a phrase replaced is one replacement', () => {
  expect(diffWords('at least the old phrase here', 'at least new words here')).toEqual([
    { change: 'kept', text: 'at least ' },
    { change: 'removed', text: 'the old phrase' },
    { change: 'added', text: 'new words' },
    { change: 'kept', text: ' here' },
  ])
  expect(diffWords('same', 'same')).toEqual([{ change: 'kept', text: 'same' }])
  expect(diffWords('', 'new')).toEqual([{ change: 'added', text: 'new' }])
  expect(diffWords('', '')).toEqual([])
})

test('D2 equal versions have no change and look as they always do', () => {
  fc.assert(
    fc.property(validContent, (content) => {
      const { changed, blocks } = diffContent(content, content)
      expect(changed).toBe(false)
      expect(changes(blocks)).toEqual([])
      expect(diffHtml(content, content)).toBe(contentHtml(canonicalContent(content)))
    }),
    fixed(62),
  )
})

test('D2 any difference is a change', () => {
  fc.assert(
    fc.property(validContent, validContent, (before, after) => {
      const { changed, blocks } = diffContent(before, after)
      expect(changes(blocks).length > 0).toBe(changed)
    }),
    fixed(63),
  )
})

test('D2 formatting alone is reported as such', () => {
  const html = bodyDiff([paragraph('must act now')], [paragraph('must ', bold('act'), ' now')])
  expect(html).toBe('<p>must <span class="diff-formatted"><strong>act</strong></span> now</p>')
  expect(bodyDiff([paragraph('words here')], [heading(1, 'words here')])).toBe(
    '<h4 data-level="1" class="diff-changed">words here</h4>',
  )
})

test('D3 a block reworded is compared word by word, others are added and removed whole', () => {
  const before = [paragraph('The provider acts within four hours.'), paragraph('Entirely different matter.')]
  const after = [paragraph('A new first paragraph.'), paragraph('The provider acts within two hours.')]
  expect(bodyDiff(before, after)).toBe(
    '<p class="diff-added"><ins class="diff-added">A new first paragraph.</ins></p>' +
      '<p>The provider acts within <del class="diff-removed">four</del><ins class="diff-added">two</ins> hours.</p>' +
      '<p class="diff-removed"><del class="diff-removed">Entirely different matter.</del></p>',
  )
})

test('D3 items keep their list', () => {
  expect(bodyDiff([bulletList('one', 'two')], [bulletList('one', 'two', 'three')])).toBe(
    '<ul><li><p>one</p></li><li><p>two</p></li>' +
      '<li class="diff-added"><p class="diff-added"><ins class="diff-added">three</ins></p></li></ul>',
  )
})

test('D3 rows and cells keep their table', () => {
  const before = [table(tableRow('a', 'b'), tableRow('c', 'd'))]
  const after = [table(tableRow('a', 'x'), tableRow('c', 'd'), tableRow('e', 'f'))]
  const html = bodyDiff(before, after)
  expect(html.match(/<tr/g)).toHaveLength(3)
  expect(html.match(/<td/g)).toHaveLength(6)
  expect(html).toContain('<del class="diff-removed">b</del>')
  expect(html).toContain('<ins class="diff-added">x</ins>')
  expect(html).toContain('<tr class="diff-added">')
  expect(html).not.toContain('<tr class="diff-removed">')
})

test('D3 the title is compared as a title, however different', () => {
  const html = diffHtml(textContent('Old'), textContent('New'))
  expect(html).toContain('<del class="diff-removed">Old</del><ins class="diff-added">New</ins></h3>')
})

test('D4 a chip replaced is one removed and one added', () => {
  const { blocks } = diffContent(
    textContent('', [paragraph('within ', chip('p1'), ' of notice')]),
    textContent('', [paragraph('within ', chip('p2'), ' of notice')]),
  )
  expect(blocks[1]?.content).toEqual([
    { type: 'text', text: 'within ' },
    { ...chip('p1'), change: 'removed' },
    { ...chip('p2'), change: 'added' },
    { type: 'text', text: ' of notice' },
  ])
})

test('D1 long texts with nothing in common are compared in bounded time', () => {
  const words = (letter: string) =>
    Array.from({ length: 20_000 }, (_, index) => `${letter}${index}`).join(' ')
  const segments = diffWords(words('a'), words('b'))
  expect(segments.map((segment) => segment.change)).toEqual(['removed', 'added'])
})

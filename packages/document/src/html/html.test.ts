import type { TextContent } from '@parley/model'
import { getSchema } from '@tiptap/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  bold,
  bulletList,
  chip,
  contentHtml,
  editorExtensions,
  hardBreak,
  italic,
  link,
  paragraph,
  quoteAt,
  schema,
  table,
  tableCell,
  tableRow,
  textContent,
} from '../index.ts'
import { fixed, validContent } from '../testing/arbitrary.ts'
import { referenceHtml } from '../testing/dom-spec-html.ts'

/** Without what the view adds (breaks that hold a line open) and what the client's node view fills in (the chip's face). */
const bare = (html: string) =>
  html
    .replaceAll('<br class="ProseMirror-trailingBreak">', '')
    .replace(/(<span class="parameter" data-parameter="\w+") data-state="unset">\w+/g, '$1>')

test('H1 static HTML is what the schema renders', () => {
  fc.assert(
    fc.property(validContent, (content) => {
      expect(bare(contentHtml(content))).toBe(referenceHtml(schema.nodeFromJSON(content)))
    }),
    fixed(30),
  )
})

test('H1 at another heading level too', () => {
  const deeper = getSchema(editorExtensions({ headingOffset: 0 }))
  const content = textContent(
    'T',
    [1, 2, 3].map((level) => ({ type: 'heading', attrs: { level } })),
  )
  expect(bare(contentHtml(content, { headingOffset: 0 }))).toBe(referenceHtml(deeper.nodeFromJSON(content)))
  expect(contentHtml(content, { headingOffset: 9 })).toContain('<h6 data-level="3">')
})

test('H1 lines that would have no height are held open as the view does', () => {
  const held = '<br class="ProseMirror-trailingBreak">'
  expect(contentHtml(textContent(''))).toBe(`<h3 class="title" data-title="">${held}</h3>`)
  expect(contentHtml(textContent('', [paragraph('a', hardBreak)]), { title: false })).toBe(
    `<p>a<br>${held}</p>`,
  )
  expect(contentHtml(textContent('', [paragraph('a')]), { title: false })).toBe('<p>a</p>')
})

test('H1 neighbours share the elements of their marks', () => {
  const content = textContent('', [paragraph(bold('a'), bold(italic('b')), 'c')])
  expect(contentHtml(content, { title: false })).toBe('<p><strong>a<em>b</em></strong>c</p>')
})

test('H1 cells keep their spans and alignment', () => {
  const cell = { ...tableCell('a'), attrs: { colspan: 2, rowspan: 1, align: 'right' } }
  const content = textContent('', [table(tableRow(cell))])
  expect(contentHtml(content, { title: false })).toBe(
    '<div class="tableWrapper"><table><tbody><tr><td colspan="2" rowspan="1" style="text-align: right"><p>a</p></td></tr></tbody></table></div>',
  )
  expect(contentHtml(content)).toBe(
    referenceHtml(schema.nodeFromJSON(content)).replace(
      '></h3>',
      '><br class="ProseMirror-trailingBreak"></h3>',
    ),
  )
})

test('H1 a chip shows its value, or its label while unset', () => {
  const content = textContent('', [paragraph(chip('p1'))])
  const html = (value: string | null) =>
    contentHtml(content, { title: false, chip: () => ({ label: 'time', value, title: 'Who' }) })
  expect(html(null)).toBe(
    '<p><span class="parameter" data-parameter="p1" data-state="unset" title="Who">time</span></p>',
  )
  expect(html('4 h')).toBe(
    '<p><span class="parameter" data-parameter="p1" data-state="set" title="Who">4 h</span></p>',
  )
})

test('H2 nothing in a text becomes markup', () => {
  const evil = '<img src=x onerror="alert(1)">\'&'
  const content = textContent(evil, [paragraph(evil, chip(evil), bold(evil))])
  const html = contentHtml(content, {
    chip: (id) => ({ label: id, value: null, title: evil }),
    highlights: [{ from: 0, to: 1_000, className: evil, id: evil }],
  })
  expect(html).not.toContain('<img')
  expect(
    html.match(/<[^>]*>/g)?.every((tag) => /^<\/?(h3|p|span|strong)( [a-z-]+="[^"<>]*")*>$/.test(tag)),
  ).toBe(true)
})

test('H2 an unsafe link has no address', () => {
  const content = textContent('', [paragraph(link('javascript:alert(1)', 'x'))])
  expect(contentHtml(content)).toContain('href=""')
})

const marked = (html: string, id: string) =>
  [...html.matchAll(/<span class="[^"]*" data-highlight="([^"]*)">([^<]*)<\/span>/g)]
    .filter((match) => match[1]?.split(' ').includes(id))
    .map((match) => match[2])
    .join('')

test('H3 highlights cover exactly their positions', () => {
  const content = textContent('Title', [paragraph('one ', bold('two'), ' three'), bulletList('four')])
  for (let from = 0; from < 30; from += 1) {
    for (let to = from + 1; to <= 30; to += 1) {
      const highlights = [
        { from, to, className: 'a', id: 'first' },
        { from: 10, to: 16, className: 'b', id: 'second' },
      ]
      const html = contentHtml(content, { highlights })
      const expected = quoteAt(content, from, to).replaceAll('\n', '').trim()
      expect(marked(html, 'first').trim(), `${from} to ${to}`).toBe(expected)
      expect(marked(html, 'second')).toBe('e two ')
    }
  }
})

test('H3 words under two highlights carry both', () => {
  const html = contentHtml(textContent('', [paragraph('abc')]), {
    title: false,
    highlights: [
      { from: 3, to: 5, className: 'x', id: '1' },
      { from: 4, to: 6, className: 'y', id: '2' },
    ],
  })
  expect(html).toBe(
    '<p><span class="x" data-highlight="1">a</span><span class="x y" data-highlight="1 2">b</span><span class="y" data-highlight="2">c</span></p>',
  )
})

test('H3 a chip under a highlight carries it, and positions count a title that is not shown', () => {
  const content: TextContent = textContent('Title', [paragraph('a', chip('p1'))])
  const html = contentHtml(content, {
    title: false,
    highlights: [{ from: 9, to: 10, className: 'x', id: '1' }],
  })
  expect(html).toBe(
    '<p>a<span class="parameter x" data-parameter="p1" data-state="unset" data-highlight="1">p1</span></p>',
  )
})

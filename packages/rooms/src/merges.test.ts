import {
  applyContent,
  blockquote,
  bold,
  bulletList,
  chip,
  contentProblem,
  heading,
  listItem,
  paragraph,
  readContent,
  table,
  tableCell,
  tableRow,
  textContent,
} from '@parley/document'
import type { NodeJson } from '@parley/model'
import { describe, expect, it } from 'vitest'
import { rejections } from './testing/looking.ts'
import { meeting } from './testing/meeting.ts'
import { makeWorld } from './testing/world.ts'

const cells = (...words: string[]) => tableRow(...words.map((each) => tableCell(each)))
const list = bulletList('one', 'two')
const rows = table(cells('a', 'b'), cells('c', 'd'))

/** Two paragraphs, a list and a table: what every command below is done to. */
const base: readonly NodeJson[] = [paragraph('Alpha beta'), paragraph('Gamma'), list, rows]
const [first = paragraph(), second = paragraph()] = base
const merged: NodeJson = { ...tableCell('a', 'b'), attrs: { colspan: 2 } }

/** Each editing command, as the blocks it leaves. */
const commands: Readonly<Record<string, readonly NodeJson[]>> = {
  split: [paragraph('Alpha '), paragraph('beta'), second, list, rows],
  join: [paragraph('Alpha betaGamma'), list, rows],
  'delete a block': [second, list, rows],
  'delete another block': [first, list, rows],
  'delete all': [paragraph()],
  wrap: [blockquote(first, second), list, rows],
  'wrap in a list': [bulletList(listItem(first)), second, list, rows],
  heading: [heading(2, 'Alpha beta'), second, list, rows],
  'split an item': [first, second, bulletList('on', 'e', 'two'), rows],
  'delete an item': [first, second, bulletList('two'), rows],
  'delete the other item': [first, second, bulletList('one'), rows],
  'sink an item': [first, second, bulletList(listItem(paragraph('one'), bulletList('two'))), rows],
  'lift the list': [first, second, paragraph('one'), paragraph('two'), rows],
  'add a row': [first, second, list, table(cells('a', 'b'), cells('', ''), cells('c', 'd'))],
  'delete a row': [first, second, list, table(cells('c', 'd'))],
  'delete the other row': [first, second, list, table(cells('a', 'b'))],
  'add a column': [first, second, list, table(cells('a', '', 'b'), cells('c', '', 'd'))],
  'delete a column': [first, second, list, table(cells('b'), cells('d'))],
  'merge cells': [first, second, list, table(tableRow(merged), cells('c', 'd'))],
  'delete the table': [first, second, list],
  'insert a chip': [paragraph('Alpha ', chip('V1StGXR8_Z5jdHi6B-myT'), 'beta'), second, list, rows],
  bold: [paragraph('Alpha ', bold('beta')), second, list, rows],
  paste: [
    paragraph('Alpha pasted'),
    paragraph('more'),
    bulletList('x'),
    paragraph('beta'),
    second,
    list,
    rows,
  ],
  type: [paragraph('Alpha dear beta'), second, list, rows],
}

const pairs = Object.keys(commands).flatMap((one) =>
  Object.keys(commands).map((other) => [one, other] as const),
)

describe('two people at once', () => {
  it.each(Object.keys(commands))(
    'G6 C1 %s beside every command: nobody is refused, all end equal and valid',
    async (one) => {
      for (const [, other] of pairs.filter(([name]) => name === one)) await together(one, other)
    },
  )
})

/** Both do their command on the same document; `one` reaches the server first. */
async function together(one: string, other: string): Promise<void> {
  const world = makeWorld()
  const { text, peers } = await meeting(world, 'ann', 'bob')
  const [ann, bob] = peers
  applyContent(ann.doc, textContent('Title', base))
  await world.flush(ann, bob)
  applyContent(ann.doc, textContent('Title', commands[one] ?? []))
  applyContent(bob.doc, textContent('Title', commands[other] ?? []))
  await world.flush(ann)
  const sent = [ann.heard.length, bob.heard.length]
  await world.flush(ann, bob)
  const where = `${one} + ${other}`
  expect([rejections(ann), rejections(bob)], where).toEqual([[], []])
  const content = readContent(ann.doc)
  expect(readContent(bob.doc), where).toEqual(content)
  expect(world.journal.content(text), where).toEqual(content)
  expect(contentProblem(content), where).toBe(null)
  // reason: a repair that answered a repair would go on
  expect(ann.heard.length + bob.heard.length - (sent[0] ?? 0) - (sent[1] ?? 0), where).toBeLessThan(8)
  for (const peer of peers) peer.destroy()
}

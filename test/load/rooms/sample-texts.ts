import { paragraph, seedUpdate, textContent } from '@parley/document'
import type { ImportSource } from '@parley/protocol'

const words =
  'provider client system access network backup personnel incident days ensure documented approved separate tested logged'.split(
    ' ',
  )

/** The same sentences each time: what is measured must not depend on chance. */
const sentence = (seed: number): string =>
  `The ${Array.from({ length: 24 }, (_, index) => words[(seed * 7 + index * index * 3 + index) % words.length]).join(' ')}.`

const statement = (number: number) => [sentence(number), sentence(number + 5), sentence(number + 9)] as const

/** A table of so many requirements of three paragraphs, to import into Parley. */
export const sampleTable = (count: number): ImportSource => ({
  kind: 'table',
  title: 'Sample',
  header: false,
  columns: ['section', 'title', 'statement', 'strength'],
  rows: Array.from({ length: count }, (_, number) => [
    `Section ${Math.floor(number / 20) + 1}`,
    `Requirement ${number + 1}`,
    statement(number).join('\n\n'),
    'MUST',
  ]),
})

/** The same requirement as a document's first update, for servers that make no texts themselves. */
export const sampleUpdate = (number: number): Uint8Array =>
  seedUpdate(
    textContent(
      `Requirement ${number + 1}`,
      statement(number).map((words) => paragraph(words)),
    ),
    1,
  )

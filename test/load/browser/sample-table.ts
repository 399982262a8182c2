import type { ImportSource } from '@parley/protocol'

const words =
  'provider client system access network backup personnel incident within days shall ensure documented approved separate tested encrypted logged reviewed contract service data centre change emergency key role audit report interface'.split(
    ' ',
  )

/** The same sentences each time: what is measured must not depend on chance. */
const sentence = (seed: number, length: number): string => {
  const chosen = Array.from(
    { length },
    (_, index) => words[(seed * 7 + index * index * 3 + index) % words.length],
  )
  return `The ${chosen.join(' ')}.`
}

const paragraph = (seed: number): string =>
  [sentence(seed, 14), sentence(seed + 3, 18), sentence(seed + 11, 12)].join(' ')

const aSection = 20

/** A table of so many requirements, each of three paragraphs (about 1,000 characters), twenty a section. */
export const sampleTable = (requirements: number): ImportSource => ({
  kind: 'table',
  title: 'Sample',
  header: false,
  columns: ['section', 'title', 'statement', 'strength'],
  rows: Array.from({ length: requirements }, (_, index) => [
    `Section ${Math.floor(index / aSection) + 1}`,
    `Requirement ${index + 1} on ${words[index % words.length]}`,
    [paragraph(index), paragraph(index + 5), paragraph(index + 9)].join('\n\n'),
    'MUST',
  ]),
})

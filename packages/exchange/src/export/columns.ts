import { statementText, titleOf } from '@parley/document'
import { parameterWords } from '@parley/model'
import type { ExportDocument, ExportParty, ExportThread } from './export-document.ts'
import { humanNumber, type PlacedRequirement } from './outline.ts'
import { chipWords, has, levelPhrase, positionPhrase, threadLines } from './phrases.ts'
import type { ExportWords } from './words.ts'

/** A column of the table of requirements. */
export interface ExportColumn {
  readonly heading: string
  /** In characters. */
  readonly width: number
  readonly words: (placed: PlacedRequirement) => string
}

/** The columns that a client and a provider expect; those that would be empty by their nature are left out. */
export function exportColumns(document: ExportDocument, words: ExportWords): ExportColumn[] {
  const { headings } = words
  const parties = document.parties.filter((party) => party.kind !== 'observer')
  return [
    { heading: headings.number, width: 9, words: ({ requirement }) => humanNumber(requirement) },
    { heading: headings.section, width: 26, words: ({ path }) => path.join(' › ') },
    ...optional(
      has(document, (each) => each.children.length > 0),
      {
        heading: headings.parent,
        width: 9,
        words: ({ parent }) => (parent ? humanNumber(parent) : ''),
      },
    ),
    {
      heading: headings.title,
      width: 32,
      words: ({ requirement }) => titleOf(requirement.text),
    },
    {
      heading: headings.statement,
      width: 70,
      words: ({ requirement }) => statementText(requirement.text, chipWords(requirement, words)),
    },
    ...fieldColumns(words),
    ...parties.flatMap((party) => positionColumns(party, words)),
    {
      heading: headings.openThreads,
      width: 14,
      words: ({ requirement }) => String(requirement.openThreads),
    },
    ...optional(
      has(document, (each) => each.threads !== null),
      {
        heading: headings.threads,
        width: 50,
        words: ({ requirement }) => threadWords(requirement.threads, words),
      },
    ),
    {
      heading: headings.status,
      width: 14,
      words: ({ requirement }) => (requirement.withdrawn ? words.withdrawn : ''),
    },
    ...optional(
      has(document, (each) => each.guidance.length > 0),
      {
        heading: headings.guidance,
        width: 60,
        words: ({ requirement }) =>
          requirement.guidance
            .map(({ label, prose }) => [label, prose].filter(Boolean).join(' '))
            .join('\n\n'),
      },
    ),
    ...optional(
      has(document, (each) => each.ownThreads !== null),
      {
        heading: headings.ownThreads,
        width: 50,
        words: ({ requirement }) => threadWords(requirement.ownThreads, words),
      },
    ),
  ]
}

function fieldColumns(words: ExportWords): ExportColumn[] {
  const { headings } = words
  return [
    {
      heading: headings.strength,
      width: 15,
      words: ({ requirement: { fields } }) => (fields.strength ? words.strength[fields.strength] : ''),
    },
    {
      heading: headings.addressee,
      width: 18,
      words: ({ requirement: { fields } }) => (fields.addressee ? words.addressee[fields.addressee] : ''),
    },
    {
      heading: headings.area,
      width: 16,
      words: ({ requirement: { fields } }) => (fields.area ? words.area[fields.area] : ''),
    },
    { heading: headings.level, width: 14, words: ({ requirement }) => levelPhrase(requirement, words) },
    {
      heading: headings.parameters,
      width: 40,
      words: ({ requirement }) =>
        requirement.parameters
          .map((each) => `${each.label}: ${parameterWords(each, words.language) ?? `[${words.unset}]`}`)
          .join('\n'),
    },
    {
      heading: headings.verification,
      width: 40,
      words: ({ requirement }) => requirement.fields.verification,
    },
    {
      heading: headings.source,
      width: 22,
      words: ({ requirement }) => requirement.fields.source.join('; '),
    },
  ]
}

function positionColumns(party: ExportParty, words: ExportWords): ExportColumn[] {
  const name = `${words.parties[party.kind]} ${party.organisation}`
  const positionOf = ({ requirement }: PlacedRequirement) =>
    requirement.positions.find((position) => position.party === party.key)
  return [
    {
      heading: `${words.headings.position}: ${name}`,
      width: 22,
      words: (placed) => {
        const position = positionOf(placed)
        return position ? positionPhrase(position, words) : words.stances.open
      },
    },
    {
      heading: `${words.headings.positionWords}: ${name}`,
      width: 36,
      words: (placed) => positionOf(placed)?.words ?? '',
    },
  ]
}

function threadWords(threads: readonly ExportThread[] | null, words: ExportWords): string {
  return (threads ?? []).map((thread) => threadLines(thread, words).join('\n')).join('\n\n')
}

function optional(isWanted: boolean, column: ExportColumn): ExportColumn[] {
  return isWanted ? [column] : []
}

import { titleOf } from '@parley/document'
import { type NodeJson, parameterWords, type TextContent } from '@parley/model'
import { clean } from '../content/clean.ts'
import type { ExportDocument, ExportRequirement, ExportSection, ExportThread } from './export-document.ts'
import { escaped, escapedLine, markdownBlocks, table } from './markdown-text.ts'
import { humanNumber } from './outline.ts'
import { chipWords, levelPhrase, positionPhrase, threadLines, versionPhrase } from './phrases.ts'
import type { ExportWords } from './words.ts'

/** The document as Markdown (CommonMark with tables): parties, contents, sections, requirements with their fields. */
export function writeMarkdown(document: ExportDocument, words: ExportWords): string {
  const writer = { document, words }
  const sections = document.sections.map((section, index) => ({ section, number: String(index + 1) }))
  const blocks = [
    `# ${line(document.project)}`,
    line(versionPhrase(document.version, words)),
    `## ${words.partiesTitle}`,
    partiesTable(writer),
    `## ${words.contents}`,
    sections.flatMap(({ section, number }) => contentsLines(section, number, 0)).join('\n'),
    ...sections.flatMap(({ section, number }) => sectionBlocks(section, number, 2, writer)),
  ]
  return clean(`${blocks.filter((block) => block !== '').join('\n\n')}\n`)
}

interface Writer {
  readonly document: ExportDocument
  readonly words: ExportWords
}

const line = (words: string) => escapedLine(escaped(words.replace(/\s+/g, ' ').trim()))
const inCell = (words: string) => escaped(words.trim())

function partiesTable({ document, words }: Writer): string {
  const rows = document.parties.map((party) => [
    words.parties[party.kind],
    inCell(party.organisation),
    party.people.map((person) => inCell(`${person.name} (${words.functions[person.function]})`)).join('\n'),
  ])
  return table([[words.party, words.organisation, words.person], ...rows])
}

function contentsLines(section: ExportSection, number: string, depth: number): string[] {
  const indent = '  '.repeat(depth)
  return [
    `${indent}- [${number} ${escaped(titleOf(section.text))}](#s-${number})`,
    ...section.requirements.flatMap((requirement) => requirementLines(requirement, depth + 1)),
    ...childSections(section, number).flatMap((child) =>
      contentsLines(child.section, child.number, depth + 1),
    ),
  ]
}

function requirementLines(requirement: ExportRequirement, depth: number): string[] {
  const number = humanNumber(requirement)
  return [
    `${'  '.repeat(depth)}- [${number} ${escaped(titleOf(requirement.text))}](#${number.toLowerCase()})`,
    ...requirement.children.flatMap((child) => requirementLines(child, depth + 1)),
  ]
}

function childSections(section: ExportSection, number: string) {
  return section.sections.map((child, index) => ({ section: child, number: `${number}.${index + 1}` }))
}

/** Markdown has six levels of headings; what is deeper stands on the sixth. */
const heading = (level: number) => '#'.repeat(Math.min(level, 6))

function sectionBlocks(section: ExportSection, number: string, level: number, writer: Writer): string[] {
  return [
    `<a id="s-${number}"></a>`,
    `${heading(level)} ${number} ${escaped(titleOf(section.text))}`,
    ...markdownBlocks(belowTitle(section.text), () => '[?]'),
    ...section.requirements.flatMap((requirement) => requirementBlocks(requirement, level + 1, writer)),
    ...childSections(section, number).flatMap((child) =>
      sectionBlocks(child.section, child.number, level + 1, writer),
    ),
  ]
}

function requirementBlocks(requirement: ExportRequirement, level: number, writer: Writer): string[] {
  const { words } = writer
  const number = humanNumber(requirement)
  const withdrawn = requirement.withdrawn ? ` (${words.withdrawn})` : ''
  return [
    `<a id="${number.toLowerCase()}"></a>`,
    `${heading(level)} ${number} ${escaped(titleOf(requirement.text))}${withdrawn}`,
    ...markdownBlocks(belowTitle(requirement.text), chipWords(requirement, words)),
    fieldList(requirement, words),
    parameterTable(requirement, words),
    positionList(requirement, writer),
    guidanceQuote(requirement, words),
    threadQuote(words.headings.threads, requirement.threads ?? [], words),
    threadQuote(words.headings.ownThreads, requirement.ownThreads ?? [], words),
    ...requirement.children.flatMap((child) => requirementBlocks(child, level + 1, writer)),
  ]
}

function belowTitle(text: TextContent): readonly NodeJson[] {
  return (text.content ?? []).filter((block) => block.type !== 'title')
}

function fieldList(requirement: ExportRequirement, words: ExportWords): string {
  const { fields } = requirement
  const { headings } = words
  const stated: [string, string][] = [
    [headings.strength, fields.strength ? words.strength[fields.strength] : ''],
    [headings.addressee, fields.addressee ? words.addressee[fields.addressee] : ''],
    [headings.area, fields.area ? words.area[fields.area] : ''],
    [headings.level, levelPhrase(requirement, words)],
    [headings.verification, fields.verification],
    [headings.source, fields.source.join('; ')],
    [headings.openThreads, requirement.openThreads > 0 ? String(requirement.openThreads) : ''],
  ]
  return items('*', stated)
}

function positionList(requirement: ExportRequirement, { document, words }: Writer): string {
  return items(
    '+',
    requirement.positions.flatMap((position): [string, string][] => {
      const party = document.parties.find((each) => each.key === position.party)
      if (!party) return []
      const said = [positionPhrase(position, words), position.words].filter(Boolean).join(' – ')
      return [[`${words.headings.position} ${party.organisation}`, said]]
    }),
  )
}

/** Another bullet begins another list: a blank line alone would join it to the one before. */
function items(bullet: '*' | '+', pairs: readonly (readonly [string, string])[]): string {
  return pairs
    .filter(([, value]) => value.trim() !== '')
    .map(([name, value]) => `${bullet} ${escaped(name)}: ${escaped(value.replace(/\s+/g, ' ').trim())}`)
    .join('\n')
}

function parameterTable(requirement: ExportRequirement, words: ExportWords): string {
  if (requirement.parameters.length === 0) return ''
  const rows = requirement.parameters.map((parameter) => [
    inCell(parameter.label),
    inCell(parameterWords(parameter, words.language) ?? words.unset),
    words.fillers[parameter.filler],
  ])
  return table([[words.parameter, words.value, words.filledBy], ...rows])
}

function guidanceQuote(requirement: ExportRequirement, words: ExportWords): string {
  if (requirement.guidance.length === 0) return ''
  const entries = requirement.guidance.map((each) =>
    quotable([each.label, each.prose].filter(Boolean).join(' ')),
  )
  return quote([`${words.headings.guidance}:`, ...entries])
}

function threadQuote(title: string, threads: readonly ExportThread[], words: ExportWords): string {
  if (threads.length === 0) return ''
  return quote([`${title}:`, ...threads.map((thread) => quotable(threadLines(thread, words).join('\n')))])
}

/** Words whose line ends are kept. */
function quotable(words: string): string {
  return words
    .split(/\n+/)
    .map((each) => escapedLine(escaped(each.trim())))
    .filter((each) => each !== '')
    .join('\\\n')
}

function quote(paragraphs: readonly string[]): string {
  return paragraphs
    .filter((each) => each !== '')
    .join('\n\n')
    .replace(/^/gm, '> ')
    .replace(/ +$/gm, '')
}

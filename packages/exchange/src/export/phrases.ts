import type { ChipWords } from '@parley/document'
import { parameterWords } from '@parley/model'
import type {
  ExportDocument,
  ExportPosition,
  ExportRequirement,
  ExportThread,
  ExportVersion,
} from './export-document.ts'
import type { ExportWords } from './words.ts'

/** In the text a parameter reads as its value, or as its label in brackets while it is unset. */
export function chipWords(requirement: ExportRequirement, words: ExportWords): ChipWords {
  const values = new Map(
    requirement.parameters.map((each) => [
      each.id,
      parameterWords(each, words.language) ?? `[${each.label}]`,
    ]),
  )
  return (id) => values.get(id) ?? '[?]'
}

export function positionPhrase(position: ExportPosition, words: ExportWords): string {
  const stance = words.stances[position.stance]
  return position.outdated ? `${stance} (${words.outdated})` : stance
}

/** "raised: because …", or the level alone. */
export function levelPhrase(requirement: ExportRequirement, words: ExportWords): string {
  const { level, levelReason } = requirement.fields
  if (level === null) return ''
  return levelReason === '' ? words.level[level] : `${words.level[level]}: ${levelReason}`
}

export function versionPhrase(version: ExportVersion, words: ExportWords): string {
  const at = timePhrase(version.at, words)
  if (version.kind === 'working') return `${words.workingState}, ${words.asOf} ${at}`
  const name = version.name === '' ? '' : ` “${version.name}”`
  const quoted = words.language === 'de' ? name.replace('“', '„').replace('”', '“') : name
  return `${words.snapshot} ${version.number}${quoted} (${words.snapshotKinds[version.snapshotKind]}), ${at}`
}

/** A time to the minute in UTC, which it says: files travel. */
function timePhrase(at: string, words: ExportWords): string {
  const time = new Date(at)
  if (Number.isNaN(time.getTime())) return at
  const written = new Intl.DateTimeFormat(words.language === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(time)
  return `${written} UTC`
}

/** A thread as lines: its quote, then each comment with its author. */
export function threadLines(thread: ExportThread, words: ExportWords): string[] {
  const quote =
    thread.quote === '' ? [] : [words.language === 'de' ? `„${thread.quote}“` : `“${thread.quote}”`]
  const comments = thread.comments.map(
    (comment) =>
      `${comment.author} (${comment.organisation}), ${timePhrase(comment.at, words)}: ${comment.body}`,
  )
  return [...quote, ...comments, `(${words.threadStates[thread.state]})`]
}

/** Whether any requirement came with what only some exports have. */
export function has(document: ExportDocument, what: (requirement: ExportRequirement) => boolean): boolean {
  const inside = (requirement: ExportRequirement): boolean =>
    what(requirement) || requirement.children.some(inside)
  const inSections = (sections: ExportDocument['sections']): boolean =>
    sections.some((section) => section.requirements.some(inside) || inSections(section.sections))
  return inSections(document.sections)
}

import { titleOf } from '@parley/document'
import type { VersionContent } from '@parley/protocol'
import { outlineRows } from '../document/outline-rows.ts'
import { formatNumber } from '../requirement/format-number.ts'

/** One line of a version's contents, in reading order. */
export interface ContentsLine {
  readonly id: string
  readonly kind: 'section' | 'requirement'
  /** Id of the element that shows it. */
  readonly elementId: string
  /** A section's place, "2.1", or a requirement's number, "R-17"; empty for a withdrawn section. */
  readonly number: string
  readonly title: string
  /** How deep it stands, 0 for the outermost sections. */
  readonly depth: number
  readonly withdrawn: boolean
}

/** What a version holds, line by line; sections are counted as they stand, without the withdrawn ones. */
export function contentsOf({
  sections,
  requirements,
}: Pick<VersionContent, 'sections' | 'requirements'>): readonly ContentsLine[] {
  const sectionById = new Map<string, VersionContent['sections'][number]>(
    sections.map((one) => [one.id, one]),
  )
  const requirementById = new Map<string, VersionContent['requirements'][number]>(
    requirements.map((one) => [one.id, one]),
  )
  const counters: number[] = []
  return outlineRows(sections, requirements).flatMap((row): ContentsLine[] => {
    const { id, kind, depth, withdrawn } = row
    if (kind === 'requirement') {
      const requirement = requirementById.get(id)
      if (!requirement) return []
      const number = formatNumber(requirement.number)
      return [{ id, kind, depth, withdrawn, number, elementId: number, title: titleOf(requirement.content) }]
    }
    const section = sectionById.get(id)
    if (!section) return []
    if (!withdrawn) {
      counters.length = depth + 1
      counters[depth] = (counters[depth] ?? 0) + 1
    }
    const number = withdrawn ? '' : counters.join('.')
    return [{ id, kind, depth, withdrawn, number, elementId: id, title: titleOf(section.content) }]
  })
}

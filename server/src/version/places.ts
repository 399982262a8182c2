import { titleOf } from '@parley/document'
import type { RequirementId, SectionId } from '@parley/model'
import type { VersionContent, VersionRequirement, VersionSection } from '@parley/protocol'

/** Where the things of a version stand, by id. */
export interface Places {
  readonly sections: ReadonlyMap<SectionId, VersionSection>
  readonly requirements: ReadonlyMap<RequirementId, VersionRequirement>
  /** Titles of the sections around, outermost first. */
  pathOfSection(section: VersionSection): string[]
  /** Titles of the sections around, outermost first; then the requirements it belongs to as a child. */
  pathOfRequirement(requirement: VersionRequirement): string[]
}

/** Looks up a version's things and their places. */
export function placesOf(content: Pick<VersionContent, 'sections' | 'requirements'>): Places {
  const sections = new Map(content.sections.map((section) => [section.id, section]))
  const requirements = new Map(content.requirements.map((requirement) => [requirement.id, requirement]))

  const titles = (id: SectionId | null): string[] => {
    const section = id === null ? undefined : sections.get(id)
    return section ? [...titles(section.parent), titleOf(section.content)] : []
  }
  const parents = (id: RequirementId | null): string[] => {
    const requirement = id === null ? undefined : requirements.get(id)
    if (!requirement) return []
    return [...parents(requirement.parent), `R-${requirement.number} ${titleOf(requirement.content)}`]
  }
  return {
    sections,
    requirements,
    pathOfSection: (section) => titles(section.parent),
    pathOfRequirement: (requirement) => [...titles(requirement.section), ...parents(requirement.parent)],
  }
}

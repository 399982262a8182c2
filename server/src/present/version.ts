import { documentAudience } from '@parley/policy'
import type { SnapshotSummary, VersionContent } from '@parley/protocol'
import type { Sight } from '../project/viewer.ts'
import type { DocumentState, ThreadTally } from '../version/document-state.ts'
import { readingOrder } from '../version/outline-order.ts'
import type { SharedSince } from '../version/shared-since.ts'
import type { StoredVersion } from '../version/stored-version.ts'
import { countThreads, presentRequirement, presentSection } from './document.ts'

/** What "now" is made of, besides the project's facts in the viewer's sight. */
export interface Standing {
  readonly document: DocumentState
  readonly parties: VersionContent['parties']
  readonly source: VersionContent['source']
  readonly since: SharedSince
  readonly at: string
}

/** The project as it stands, in the form of a version, for one viewer who may read it. */
export function presentNow(standing: Standing, sight: Sight): VersionContent {
  const { project } = sight
  const sections = standing.document.sections
    .map((section) => presentSection(section, sight, standing.since))
    .filter((section) => section !== null)
    .map(({ id, parent, order, text, withdrawn }) => ({
      id,
      parent,
      order,
      content: text.content,
      withdrawn,
    }))
  const requirements = standing.document.requirements
    .map((requirement) => presentRequirement(requirement, sight, standing.since))
    .filter((requirement) => requirement !== null)
    .map(({ text, hasGuidance, ...requirement }) => ({ ...requirement, content: text.content }))
  const order = readingOrder(sections, requirements)
  return {
    project: { name: project.name, language: project.language, phase: project.phase },
    snapshot: null,
    at: standing.at,
    parties: standing.parties,
    source: standing.source,
    sections: [...order.sections],
    requirements: [...order.requirements],
  }
}

/** The parties that "now" names: those that receive the document. */
export const standingAudience = ({ project }: Sight) => documentAudience(project, project.parties)

/** A snapshot's content for one viewer who receives it, with the threads that this viewer receives. */
export function presentStored(
  summary: SnapshotSummary,
  stored: StoredVersion,
  threads: ReadonlyMap<string, readonly ThreadTally[]>,
  sight: Sight,
): VersionContent {
  return {
    project: stored.project,
    snapshot: summary,
    at: summary.at,
    parties: stored.parties,
    source: stored.source,
    sections: stored.sections,
    requirements: stored.requirements.map((requirement) => ({
      ...requirement,
      threads: countThreads(threads.get(requirement.id) ?? [], sight),
    })),
  }
}

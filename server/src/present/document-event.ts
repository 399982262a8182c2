import type { ProjectId, RequirementId, SectionId } from '@parley/model'
import { decide } from '@parley/policy'
import type { App } from '../app.ts'
import type { PresentEvent } from '../events.ts'
import type { Sight } from '../project/viewer.ts'
import { readRequirements, readSections } from '../version/read-document.ts'
import { readSharedSince } from '../version/shared-since.ts'
import { presentRequirement, presentSection } from './document.ts'
import { resyncEvent } from './project.ts'

/** More things than this are read again as a whole. */
const oneByOne = 20

/** Tells each watcher how requirements and sections stand now; they are read once, after the commit. */
export function documentEvents(
  app: Pick<App, 'store'>,
  project: ProjectId,
  changed: { readonly sections?: readonly SectionId[]; readonly requirements?: readonly RequirementId[] },
): readonly PresentEvent[] {
  const { sections = [], requirements = [] } = changed
  if (sections.length + requirements.length > oneByOne) return [inDocument(resyncEvent)]
  const read = once(async () => ({
    since: await readSharedSince(app.store.db, project),
    requirements: requirements.length > 0 ? await readRequirements(app.store.db, project, requirements) : [],
    sections: sections.length > 0 ? await readSections(app.store.db, project, sections) : [],
  }))
  const sectionEvents = sections.map(
    (id): PresentEvent =>
      inDocument(async (sight) => {
        const state = await read()
        const found = state.sections.find((section) => section.id === id)
        const section = found && presentSection(found, sight, state.since)
        return section ? { type: 'section', section } : null
      }),
  )
  const requirementEvents = requirements.map(
    (id): PresentEvent =>
      inDocument(async (sight) => {
        const state = await read()
        const found = state.requirements.find((requirement) => requirement.id === id)
        const requirement = found && presentRequirement(found, sight, state.since)
        return requirement ? { type: 'requirement', requirement } : null
      }),
  )
  return [...sectionEvents, ...requirementEvents]
}

/** The event for those who may read the document, and nothing for others. */
export function inDocument(present: PresentEvent): PresentEvent {
  return (sight) => (mayReadDocument(sight) ? present(sight) : null)
}

const mayReadDocument = ({ viewer, project }: Sight) => decide(viewer, 'document.read', project).allowed

/** The same promise for every watcher, made when the first one asks. */
export function once<T>(read: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => {
    made ??= read()
    return made
  }
}

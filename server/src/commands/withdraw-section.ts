import type { ProjectId, RequirementId, SectionId } from '@parley/model'
import type { SectionView, Withdraw } from '@parley/protocol'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { documentEvents } from '../present/document-event.ts'
import { sectionAnswer, visibleSection } from './document-answer.ts'
import { descendants, lineage, readOutline } from './outline-lines.ts'
import { runCommand } from './run-command.ts'
import { markRequirements, markSections } from './withdrawal.ts'

/**
 * Withdraws a section with everything that stands in it, or brings it back with everything that was withdrawn together
 * with it, and the sections around it. What had been withdrawn before by itself stays so.
 */
export function withdrawSection(
  app: App,
  person: SignedIn,
  project: ProjectId,
  id: SectionId,
  { withdrawn }: Withdraw,
): Promise<SectionView> {
  const request = { person: person.id, project, needs: 'outline.write' } as const
  const name = withdrawn ? 'withdraw-section' : 'restore-section'
  return runCommand(app, request, name, async (tx, context) => {
    const section = await visibleSection(tx, context, id)
    const outline = await readOutline(tx, project)
    const within = descendants(outline.sections, id)
    const inside = new Set(within.map((one) => one.id))
    // What is withdrawn together bears the same time: bringing back finds exactly that again.
    const concerned = withdrawn ? null : section.withdrawnAt
    const isConcerned = (thing: { readonly withdrawnAt: string | null }) =>
      thing.withdrawnAt === concerned && withdrawn !== (thing.withdrawnAt !== null)
    const around = withdrawn ? [] : lineage(outline.sections, section.parent)
    const sections = [...within.filter(isConcerned), ...around.filter((one) => one.withdrawnAt !== null)]
    const requirements = [...outline.requirements.values()].filter(
      (requirement) => inside.has(requirement.section) && isConcerned(requirement),
    )
    const changed = {
      sections: sections.map((one): SectionId => one.id),
      requirements: requirements.map((one): RequirementId => one.id),
    }
    const at = withdrawn ? context.at : null
    await markSections(tx, changed.sections, at)
    await markRequirements(tx, changed.requirements, at)
    return {
      result: await sectionAnswer(tx, context, id),
      entry: { section: id, ...changed },
      events: documentEvents(app, project, changed),
      rightsChanged: true,
    }
  })
}

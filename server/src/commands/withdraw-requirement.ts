import type { ProjectId, RequirementId } from '@parley/model'
import type { RequirementView, Withdraw } from '@parley/protocol'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { documentEvents } from '../present/document-event.ts'
import { requirementAnswer, visibleRequirement } from './document-answer.ts'
import { descendants, lineage, readOutline } from './outline-lines.ts'
import { runCommand } from './run-command.ts'
import { markRequirements, markSections } from './withdrawal.ts'

/**
 * Withdraws a requirement with its children, or brings it back with what was withdrawn together with it beneath it and
 * whatever stands around it. Nothing is ever deleted: its number is not given again.
 */
export function withdrawRequirement(
  app: App,
  person: SignedIn,
  project: ProjectId,
  id: RequirementId,
  { withdrawn }: Withdraw,
): Promise<RequirementView> {
  const request = { person: person.id, project, needs: 'outline.write' } as const
  const name = withdrawn ? 'withdraw-requirement' : 'restore-requirement'
  return runCommand(app, request, name, async (tx, context) => {
    const requirement = await visibleRequirement(tx, context, id)
    const outline = await readOutline(tx, project)
    const within = descendants(outline.requirements, id)
    const isWithdrawn = (thing: { readonly withdrawnAt: string | null }) => thing.withdrawnAt !== null
    const together = within.filter(({ withdrawnAt }) =>
      withdrawn ? withdrawnAt === null : withdrawnAt !== null && withdrawnAt === requirement.withdrawnAt,
    )
    const around = withdrawn ? [] : lineage(outline.requirements, requirement.parent).filter(isWithdrawn)
    const sections = withdrawn ? [] : lineage(outline.sections, requirement.section).filter(isWithdrawn)
    const changed = {
      sections: sections.map((section) => section.id),
      requirements: [...together, ...around].map((one) => one.id),
    }
    const at = withdrawn ? context.at : null
    await markSections(tx, changed.sections, at)
    await markRequirements(tx, changed.requirements, at)
    return {
      result: await requirementAnswer(tx, context, id),
      entry: { requirement: id, ...changed },
      events: documentEvents(app, project, changed),
      rightsChanged: true,
    }
  })
}

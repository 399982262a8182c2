import type { ProjectId, RequirementId } from '@parley/model'
import type { MoveRequirement, RequirementView } from '@parley/protocol'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { documentEvents } from '../present/document-event.ts'
import { ProblemError } from '../problem-error.ts'
import { requirePlace } from './add-requirement.ts'
import { requirementAnswer, visibleRequirement } from './document-answer.ts'
import { descendants, lineage, readOutline } from './outline-lines.ts'
import { orderKeyAfter, requirementSiblings } from './outline-place.ts'
import { runCommand } from './run-command.ts'

/** Moves a requirement with its children to a place that stands; never into itself. */
export function moveRequirement(
  app: App,
  person: SignedIn,
  project: ProjectId,
  id: RequirementId,
  { section, parent, after }: MoveRequirement,
): Promise<RequirementView> {
  const request = { person: person.id, project, needs: 'outline.write' } as const
  return runCommand(app, request, 'move-requirement', async (tx, context) => {
    const requirement = await visibleRequirement(tx, context, id)
    await requirePlace(tx, project, { section, parent })
    const { requirements } = await readOutline(tx, project)
    if (lineage(requirements, parent).some((one) => one.id === id)) throw new ProblemError('bad-move')
    const order = orderKeyAfter(await requirementSiblings(tx, project, { section, parent }, id), after)
    await tx
      .updateTable('requirement')
      .set({ section_id: section, parent_id: parent, order_key: order })
      .where('id', '=', id)
      .execute()
    // Children stand in the section of their parent.
    const children = section === requirement.section ? [] : descendants(requirements, id).slice(1)
    const moved = children.map((child) => child.id)
    if (moved.length > 0) {
      await tx.updateTable('requirement').set({ section_id: section }).where('id', 'in', moved).execute()
    }
    const before = { section: requirement.section, parent: requirement.parent, order: requirement.order }
    return {
      result: await requirementAnswer(tx, context, id),
      entry: { requirement: id, section, parent, order, before },
      events: documentEvents(app, project, { requirements: [id, ...moved] }),
    }
  })
}

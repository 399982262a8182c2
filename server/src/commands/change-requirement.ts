import type { Fields, ProjectId, RequirementId } from '@parley/model'
import type { ChangeRequirement, RequirementView } from '@parley/protocol'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { documentEvents } from '../present/document-event.ts'
import { permit } from '../project/permit.ts'
import type { Sight } from '../project/viewer.ts'
import type { Tx } from '../store/index.ts'
import { requireSeen } from './content-seen.ts'
import { requirementAnswer, visibleRequirement } from './document-answer.ts'
import { runCommand } from './run-command.ts'

/** Changes fields of a requirement; those that are left out stay. */
export function changeRequirement(
  app: App,
  person: SignedIn,
  project: ProjectId,
  id: RequirementId,
  { fields, seen }: ChangeRequirement,
): Promise<RequirementView> {
  const needs = writableRequirement(id)
  return runCommand(app, { person: person.id, project, needs }, 'change-requirement', async (tx, context) => {
    const requirement = await visibleRequirement(tx, context, id)
    await requireSeen(tx, context, requirement, seen)
    const given = Object.entries(fields).filter(([, value]) => value !== undefined)
    const changed: Fields = { ...requirement.fields, ...Object.fromEntries(given) }
    await tx
      .updateTable('requirement')
      .set({ fields: JSON.stringify(changed) })
      .where('id', '=', id)
      .execute()
    return {
      result: await requirementAnswer(tx, context, id),
      entry: { requirement: id, before: requirement.fields, after: changed },
      events: documentEvents(app, project, { requirements: [id] }),
    }
  })
}

/** The check of a command that writes to a requirement: it is there, and the policy lets it be written. */
export const writableRequirement =
  (id: RequirementId, action: 'statement.write' | 'parameter.fill' = 'statement.write') =>
  async (sight: Sight, tx: Tx): Promise<void> => {
    permit(sight, 'document.read')
    const { withdrawnAt } = await visibleRequirement(tx, sight, id)
    permit(sight, action, { withdrawn: withdrawnAt !== null })
  }

import { normativeContent } from '@parley/document'
import type { ProjectId, RequirementId } from '@parley/model'
import type { RequirementView, SetPosition } from '@parley/protocol'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { documentEvents } from '../present/document-event.ts'
import { permit } from '../project/permit.ts'
import type { Sight } from '../project/viewer.ts'
import type { Tx } from '../store/index.ts'
import { requireSeen } from './content-seen.ts'
import { requirementAnswer, visibleRequirement } from './document-answer.ts'
import { runCommand } from './run-command.ts'

/** Says where the lead's party stands on a requirement as it was seen; `open` withdraws the answer. */
export function setPosition(
  app: App,
  person: SignedIn,
  project: ProjectId,
  id: RequirementId,
  { stance, words, fingerprint }: SetPosition,
): Promise<RequirementView> {
  const needs = async (sight: Sight, tx: Tx) => {
    permit(sight, 'document.read')
    const { withdrawnAt } = await visibleRequirement(tx, sight, id)
    permit(sight, 'position.set', { withdrawn: withdrawnAt !== null })
  }
  return runCommand(app, { person: person.id, project, needs }, 'set-position', async (tx, context) => {
    const requirement = await visibleRequirement(tx, context, id)
    await requireSeen(tx, context, requirement, fingerprint)
    const { party } = context.viewer
    const before = requirement.positions.find((position) => position.party === party) ?? null
    await tx.deleteFrom('position').where('requirement_id', '=', id).where('party_id', '=', party).execute()
    if (stance !== 'open') {
      const { text, fields, parameters } = requirement
      const basis = normativeContent({ text: text.content, fields, parameters })
      await tx
        .insertInto('position')
        .values({
          requirement_id: id,
          party_id: party,
          stance,
          words,
          fingerprint: requirement.fingerprint,
          basis: JSON.stringify(basis),
          person_id: person.id,
          at: context.at,
        })
        .execute()
    }
    return {
      result: await requirementAnswer(tx, context, id),
      entry: {
        requirement: id,
        before: before && { stance: before.stance, words: before.words, fingerprint: before.fingerprint },
        after: { stance, words, fingerprint: requirement.fingerprint },
      },
      events: documentEvents(app, project, { requirements: [id] }),
    }
  })
}

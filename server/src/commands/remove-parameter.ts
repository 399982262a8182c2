import { chipIds } from '@parley/document'
import type { ParameterId, ProjectId } from '@parley/model'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { documentEvents } from '../present/document-event.ts'
import { ProblemError } from '../problem-error.ts'
import { findParameter, writableParameter } from './find-parameter.ts'
import { runCommand } from './run-command.ts'

/** Removes a blank whose chip no longer stands in the text; `parameter-in-use` where it does. */
export function removeParameter(
  app: App,
  person: SignedIn,
  project: ProjectId,
  id: ParameterId,
): Promise<null> {
  const request = { person: person.id, project, needs: writableParameter(id, 'statement.write') }
  return runCommand(app, request, 'remove-parameter', async (tx, context) => {
    const { requirement, parameter } = await findParameter(tx, context, id)
    if (chipIds(requirement.text.content).includes(id)) throw new ProblemError('parameter-in-use')
    await tx.deleteFrom('parameter').where('id', '=', id).execute()
    return {
      result: null,
      entry: { requirement: requirement.id, before: parameter },
      events: documentEvents(app, project, { requirements: [requirement.id] }),
    }
  })
}

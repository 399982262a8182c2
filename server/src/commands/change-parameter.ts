import { type ParameterId, type ProjectId, settleParameter } from '@parley/model'
import type { ChangeParameter, ParameterView } from '@parley/protocol'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { documentEvents } from '../present/document-event.ts'
import { toParameterRow } from '../store/index.ts'
import { requireFit } from './add-parameter.ts'
import { findParameter, writableParameter } from './find-parameter.ts'
import { runCommand } from './run-command.ts'

/** Fills a blank or changes what it is; what is left out stays. */
export function changeParameter(
  app: App,
  person: SignedIn,
  project: ProjectId,
  id: ParameterId,
  change: ChangeParameter,
): Promise<ParameterView> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined)
  const isFilling = given.every(([name]) => name === 'value')
  const request = {
    person: person.id,
    project,
    needs: writableParameter(id, isFilling ? 'parameter.fill' : 'statement.write'),
  }
  return runCommand(app, request, isFilling ? 'fill-parameter' : 'change-parameter', async (tx, context) => {
    const { requirement, parameter } = await findParameter(tx, context, id)
    const { id: _, ...before } = parameter
    const changed = settleParameter({ ...before, ...Object.fromEntries(given) })
    requireFit(changed)
    await tx.updateTable('parameter').set(toParameterRow(changed)).where('id', '=', id).execute()
    const after = { id, ...changed }
    return {
      result: after,
      entry: { requirement: requirement.id, before: parameter, after },
      events: documentEvents(app, project, { requirements: [requirement.id] }),
    }
  })
}

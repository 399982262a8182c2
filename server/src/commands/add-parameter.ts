import {
  newId,
  type ParameterFields,
  type ProjectId,
  parameterValueProblem,
  type RequirementId,
  settleParameter,
} from '@parley/model'
import type { AddParameter, ParameterView } from '@parley/protocol'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { documentEvents } from '../present/document-event.ts'
import { ProblemError } from '../problem-error.ts'
import { toParameterRow } from '../store/index.ts'
import { writableRequirement } from './change-requirement.ts'
import { runCommand } from './run-command.ts'

/** Adds a blank to a requirement; its chip is put into the text by an edit of the text. */
export function addParameter(
  app: App,
  person: SignedIn,
  project: ProjectId,
  requirement: RequirementId,
  given: AddParameter,
): Promise<ParameterView> {
  const needs = writableRequirement(requirement)
  return runCommand(app, { person: person.id, project, needs }, 'add-parameter', async (tx) => {
    const parameter = settleParameter(given)
    requireFit(parameter)
    const last = await tx
      .selectFrom('parameter')
      .select(({ fn }) => fn.max('position').as('position'))
      .where('requirement_id', '=', requirement)
      .executeTakeFirst()
    const id = newId<'parameter'>()
    await tx
      .insertInto('parameter')
      .values({
        id,
        project_id: project,
        requirement_id: requirement,
        position: (last?.position ?? -1) + 1,
        ...toParameterRow(parameter),
      })
      .execute()
    const added = { id, ...parameter }
    return {
      result: added,
      entry: { requirement, after: added },
      events: documentEvents(app, project, { requirements: [requirement] }),
    }
  })
}

/** Refuses a value that its parameter cannot have. */
export function requireFit(parameter: Pick<ParameterFields, 'kind' | 'choices' | 'many' | 'value'>): void {
  const problem = parameterValueProblem(parameter, parameter.value)
  if (problem) throw new ProblemError(problem, { facts: { value: parameter.value } })
}

import type { ParameterId } from '@parley/model'
import type { ParameterView } from '@parley/protocol'
import { ProblemError } from '../problem-error.ts'
import { permit } from '../project/permit.ts'
import type { Sight } from '../project/viewer.ts'
import type { Tx } from '../store/index.ts'
import type { RequirementState } from '../version/document-state.ts'
import { writableRequirement } from './change-requirement.ts'
import { visibleRequirement } from './document-answer.ts'

/** A parameter and the requirement it belongs to; refused as absent where it is not in the project. */
export async function findParameter(
  tx: Tx,
  sight: Sight,
  id: ParameterId,
): Promise<{ readonly requirement: RequirementState; readonly parameter: ParameterView }> {
  const row = await tx
    .selectFrom('parameter')
    .select('requirement_id')
    .where('id', '=', id)
    .where('project_id', '=', sight.project.id)
    .executeTakeFirst()
  if (!row) throw new ProblemError('not-found')
  const requirement = await visibleRequirement(tx, sight, row.requirement_id)
  const parameter = requirement.parameters.find((one) => one.id === id)
  if (!parameter) throw new ProblemError('not-found')
  return { requirement, parameter }
}

/** The check of a command that writes to a parameter: it is there, and its requirement may be written. */
export const writableParameter =
  (id: ParameterId, action: 'statement.write' | 'parameter.fill') =>
  async (sight: Sight, tx: Tx): Promise<void> => {
    permit(sight, 'document.read')
    const { requirement } = await findParameter(tx, sight, id)
    await writableRequirement(requirement.id, action)(sight, tx)
  }

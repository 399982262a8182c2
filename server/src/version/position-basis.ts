import type { normativeContent } from '@parley/document'
import type { PartyId, RequirementId } from '@parley/model'
import type { PositionBasis } from '@parley/protocol'
import type { Reader } from '../store/index.ts'

type Normative = ReturnType<typeof normativeContent>

/** The content that a party's answer was given on, or `null` where it has none. */
export async function readPositionBasis(
  db: Reader,
  requirement: RequirementId,
  party: PartyId,
): Promise<PositionBasis | null> {
  const row = await db
    .selectFrom('position')
    .select(['basis', 'at'])
    .where('requirement_id', '=', requirement)
    .where('party_id', '=', party)
    .executeTakeFirst()
  if (!row) return null
  const basis = JSON.parse(row.basis) as Normative
  return {
    content: basis.text,
    fields: basis.fields,
    parameters: basis.parameters.map((parameter) => ({
      ...parameter,
      many: parameter.many ?? false,
    })) as PositionBasis['parameters'],
    at: row.at,
  }
}

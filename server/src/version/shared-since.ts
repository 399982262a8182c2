import type { PartyId, ProjectId } from '@parley/model'
import type { Actor } from '@parley/policy'
import type { Reader } from '../store/index.ts'

/** When each party first received the document: the time of its first snapshot. */
export type SharedSince = ReadonlyMap<PartyId, string>

/** Reads when the parties of a project first received its document. */
export async function readSharedSince(db: Reader, project: ProjectId): Promise<SharedSince> {
  const rows = await db
    .selectFrom('snapshot_audience')
    .innerJoin('snapshot', 'snapshot.id', 'snapshot_audience.snapshot_id')
    .select((expression) => ['snapshot_audience.party_id', expression.fn.min('snapshot.at').as('since')])
    .where('snapshot.project_id', '=', project)
    .groupBy('snapshot_audience.party_id')
    .execute()
  return new Map(rows.map((row) => [row.party_id, row.since]))
}

/**
 * Whether something of the document that ended or was said at `at` may reach the person: a provider inherits nothing
 * from before it came, neither what the client had withdrawn by then nor answers given to somebody else.
 */
export function isSinceShared(actor: Actor, since: SharedSince, at: string): boolean {
  if (actor.kind === 'client') return true
  const parties = actor.kind === 'observer' ? actor.admittedBy.flat() : [actor.party]
  // An observer belongs to pairs, whose later party is the provider; the client was there from the start.
  const beginnings = parties.map((party) => since.get(party)).filter((begun) => begun !== undefined)
  const begun = beginnings.toSorted().at(-1)
  return begun !== undefined && at > begun
}

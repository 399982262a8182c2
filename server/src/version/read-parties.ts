import type { PartyId } from '@parley/model'
import type { VersionContent } from '@parley/protocol'
import type { ProjectFacts } from '../project/viewer.ts'
import type { Reader } from '../store/index.ts'

const roleOrder = ['lead', 'editor', 'commenter', 'viewer']

/** The parties of a version with the people in them, leads first. */
export async function readParties(
  db: Reader,
  project: ProjectFacts,
  parties: readonly PartyId[],
): Promise<VersionContent['parties']> {
  const members = await db
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.person_id')
    .select(['member.party_id', 'user.name', 'member.role', 'member.function'])
    .where('member.project_id', '=', project.id)
    .orderBy('member.joined_at')
    .orderBy('member.id')
    .execute()
  return project.parties
    .filter((party) => parties.includes(party.id))
    .map((party) => ({
      id: party.id,
      kind: party.kind,
      organisation: party.organisation.name,
      people: members
        .filter((member) => member.party_id === party.id)
        .toSorted((left, right) => roleOrder.indexOf(left.role) - roleOrder.indexOf(right.role))
        .map(({ name, role, function: capacity }) => ({ name, role, function: capacity })),
    }))
}

/** The catalogue a project came from, as people are told of it. */
export async function readSource(db: Reader, project: ProjectFacts): Promise<VersionContent['source']> {
  const { source } = await db
    .selectFrom('project')
    .select('source')
    .where('id', '=', project.id)
    .executeTakeFirstOrThrow()
  if (source === null) return null
  const { title, version, licence } = JSON.parse(source) as NonNullable<VersionContent['source']>
  return { title, version, licence }
}

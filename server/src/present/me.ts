import type { PersonId } from '@parley/model'
import type { Me } from '@parley/protocol'
import type { Reader } from '../store/index.ts'

/** The signed-in person, for that person alone. */
export async function readMe(db: Reader, person: PersonId): Promise<Me> {
  const row = await db
    .selectFrom('user')
    .select(['id', 'name', 'email'])
    .where('id', '=', person)
    .executeTakeFirstOrThrow()
  const organisations = await db
    .selectFrom('organisation_member')
    .innerJoin('organisation', 'organisation.id', 'organisation_member.organisation_id')
    .select(['organisation.id', 'organisation.name'])
    .where('organisation_member.person_id', '=', person)
    .orderBy('organisation_member.joined_at')
    .execute()
  return { person: row, organisations }
}

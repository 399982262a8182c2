import type { InvitationOffer } from '@parley/protocol'
import { openInvitation } from '../commands/invitation-token.ts'
import type { Reader } from '../store/index.ts'

/** What an open invitation offers; throws `invitation-not-valid` for any other token. */
export async function readOffer(db: Reader, token: string, now: string): Promise<InvitationOffer> {
  const invitation = await openInvitation(db, token, now)
  const names = await db
    .selectFrom('party')
    .innerJoin('organisation', 'organisation.id', 'party.organisation_id')
    .innerJoin('project', 'project.id', 'party.project_id')
    .innerJoin('user', (join) => join.on('user.id', '=', invitation.created_by))
    .innerJoin('party as client', (join) =>
      join.onRef('client.project_id', '=', 'project.id').on('client.kind', '=', 'client'),
    )
    .innerJoin('organisation as asking', 'asking.id', 'client.organisation_id')
    .select(['party.kind', 'organisation.name as organisation', 'project.name as project'])
    .select(['user.name as invitedBy', 'asking.name as clientOrganisation'])
    .where('party.id', '=', invitation.party_id)
    .executeTakeFirstOrThrow()
  return {
    project: names.project,
    invitedBy: names.invitedBy,
    clientOrganisation: names.clientOrganisation,
    organisation: names.organisation,
    partyKind: names.kind,
    role: invitation.role,
    function: invitation.function,
    email: invitation.email,
    expiresAt: invitation.expires_at,
  }
}

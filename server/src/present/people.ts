import type { PartyId } from '@parley/model'
import { maySeeMembers, maySeeParty } from '@parley/policy'
import type { InvitationView, MemberView, PartyView, People } from '@parley/protocol'
import type { PresentEvent } from '../events.ts'
import type { PartyFacts, Sight } from '../project/viewer.ts'
import type { Reader } from '../store/index.ts'
import { presentBadge } from './project.ts'

/** Everybody in the project whom the viewer may know. */
export async function readPeople(db: Reader, sight: Sight, now: string): Promise<People> {
  const { viewer, project } = sight
  const shown = project.parties.filter((party) => maySeeParty(viewer, party))
  const members = await readMembers(db, sight)
  return {
    parties: shown.map((party) => presentParty(sight, party, members.get(party.id) ?? [])),
    invitations: await readInvitations(db, sight, now),
  }
}

/** Tells those who may know the party that somebody came, left or changed there. */
export const peopleEvent =
  (party: PartyId): PresentEvent =>
  ({ viewer, project }) => {
    const facts = project.parties.find((one) => one.id === party)
    return facts && maySeeParty(viewer, facts) ? { type: 'people' } : null
  }

function presentParty(
  { viewer, project }: Sight,
  party: PartyFacts,
  members: readonly MemberView[],
): PartyView {
  const isOwn = party.id === viewer.party
  const shown = maySeeMembers(viewer, project, party) ? members : []
  return {
    ...presentBadge(party),
    members: shown.map((member) => ({ ...member, email: isOwn ? member.email : null })),
  }
}

async function readMembers(db: Reader, { project }: Sight): Promise<Map<PartyId, MemberView[]>> {
  const rows = await db
    .selectFrom('member')
    .innerJoin('user', 'user.id', 'member.person_id')
    .select(['member.id', 'member.party_id', 'member.role', 'member.function'])
    .select(['user.id as person', 'user.name', 'user.email'])
    .where('member.project_id', '=', project.id)
    .orderBy('member.joined_at')
    .orderBy('member.id')
    .execute()
  const members = new Map<PartyId, MemberView[]>()
  for (const { party_id, ...member } of rows) {
    members.set(party_id, [...(members.get(party_id) ?? []), member])
  }
  return members
}

/** Invitations that wait: into the viewer's own party, and those that the own party sent to others. */
async function readInvitations(
  db: Reader,
  { viewer, project }: Sight,
  now: string,
): Promise<InvitationView[]> {
  const rows = await db
    .selectFrom('invitation')
    .innerJoin('user', 'user.id', 'invitation.created_by')
    .leftJoin('member as inviter', (join) =>
      join
        .onRef('inviter.person_id', '=', 'invitation.created_by')
        .onRef('inviter.project_id', '=', 'invitation.project_id'),
    )
    .selectAll('invitation')
    .select(['user.name as invited_by', 'inviter.party_id as inviting_party'])
    .where('invitation.project_id', '=', project.id)
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.revoked_at', 'is', null)
    .where('invitation.expires_at', '>', now)
    .where((where) =>
      where.or([
        where('invitation.party_id', '=', viewer.party),
        where('inviter.party_id', '=', viewer.party),
      ]),
    )
    .orderBy('invitation.created_at')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    party: row.party_id,
    email: row.email,
    role: row.role,
    function: row.function,
    invitedBy: row.invited_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  }))
}

import type { MemberId, PartyId, ProjectId } from '@parley/model'
import type { ChangeMember } from '@parley/protocol'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { peopleEvent } from '../present/people.ts'
import { projectEvent } from '../present/project.ts'
import { ProblemError } from '../problem-error.ts'
import type { Tx } from '../store/index.ts'
import { runCommand } from './run-command.ts'

/** Changes role or function of a member of the own party; its last lead stays one. */
export function changeMember(
  app: App,
  person: SignedIn,
  project: ProjectId,
  member: MemberId,
  change: ChangeMember,
): Promise<void> {
  const request = { person: person.id, project, needs: 'member.manage' } as const
  return runCommand(app, request, 'change-member', async (tx, { viewer }) => {
    const before = await findMember(tx, viewer.party, member)
    const role = change.role ?? before.role
    if (role !== 'lead') await keepLead(tx, viewer.party, member)
    await tx
      .updateTable('member')
      .set({ role, function: change.function ?? before.function })
      .where('id', '=', member)
      .execute()
    return {
      result: undefined,
      entry: { member, ...change },
      events: [peopleEvent(viewer.party), projectEvent],
      rightsChanged: role !== before.role,
    }
  })
}

/** Takes a member out of the own party, and everything that is open out of their hands. */
export function removeMember(
  app: App,
  person: SignedIn,
  project: ProjectId,
  member: MemberId,
): Promise<void> {
  const request = { person: person.id, project, needs: 'member.manage' } as const
  return runCommand(app, request, 'remove-member', async (tx, { viewer }) => {
    const { person_id } = await findMember(tx, viewer.party, member)
    await keepLead(tx, viewer.party, member)
    await tx.deleteFrom('member').where('id', '=', member).execute()
    return {
      result: undefined,
      entry: { member, person: person_id },
      events: [peopleEvent(viewer.party)],
      rightsChanged: true,
    }
  })
}

async function findMember(tx: Tx, party: PartyId, member: MemberId) {
  const found = await tx
    .selectFrom('member')
    .select(['person_id', 'role', 'function'])
    .where('id', '=', member)
    .where('party_id', '=', party)
    .executeTakeFirst()
  if (!found) throw new ProblemError('not-found')
  return found
}

/** Throws `last-lead` where no other member of the party is a lead. */
async function keepLead(tx: Tx, party: PartyId, member: MemberId): Promise<void> {
  const other = await tx
    .selectFrom('member')
    .select('id')
    .where('party_id', '=', party)
    .where('role', '=', 'lead')
    .where('id', '!=', member)
    .executeTakeFirst()
  if (!other) throw new ProblemError('last-lead')
}

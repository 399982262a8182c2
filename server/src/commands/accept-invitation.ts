import { newId, type PersonId, type ProjectId } from '@parley/model'
import type { AcceptInvitation } from '@parley/protocol'
import type { Selectable } from 'kysely'
import { createAccount, hashPassword } from '../account/create-account.ts'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { peopleEvent } from '../present/people.ts'
import { ProblemError } from '../problem-error.ts'
import { appendJournal, type Database, lockProject, type Tx } from '../store/index.ts'
import { openInvitation } from './invitation-token.ts'

type Invitation = Selectable<Database['invitation']>

/** Somebody who accepts: an account to be made, its password hashed already, or a signed-in person. */
type Acceptor =
  | { readonly type: 'new'; readonly name: string; readonly email: string; readonly passwordHash: string }
  | { readonly type: 'known'; readonly id: PersonId; readonly email: string }

/**
 * Accepts an invitation as a new person or as the signed-in one. It can be accepted once, also by two requests at the same
 * time; where that fails, no account is left behind.
 */
export async function acceptInvitation(
  app: App,
  signedIn: SignedIn | null,
  token: string,
  { newPerson }: AcceptInvitation,
): Promise<{ readonly project: ProjectId }> {
  const offered = await openInvitation(app.store.db, token, app.now())
  const acceptor = await acceptorOf(app, signedIn, newPerson)
  const invitation = await app.store.write(async (tx) => {
    await lockProject(tx, offered.project_id)
    const at = app.now()
    const open = await openInvitation(tx, token, at)
    if (open.email !== null && open.email !== acceptor.email.toLowerCase()) {
      throw new ProblemError('invitation-for-other-email')
    }
    const person = acceptor.type === 'new' ? await createAccount(tx, acceptor, at) : acceptor.id
    await join(tx, open, person, at)
    await appendJournal(tx, {
      project: open.project_id,
      at,
      person,
      party: open.party_id,
      command: 'accept-invitation',
      entry: { invitation: open.id, party: open.party_id, role: open.role, function: open.function },
    })
    return open
  })
  app.events.publish(invitation.project_id, peopleEvent(invitation.party_id))
  return { project: invitation.project_id }
}

async function acceptorOf(
  app: App,
  signedIn: SignedIn | null,
  newPerson: AcceptInvitation['newPerson'],
): Promise<Acceptor> {
  if (newPerson) {
    const { name, email, password } = newPerson
    return { type: 'new', name, email, passwordHash: await hashPassword(app.auth, password) }
  }
  if (!signedIn) throw new ProblemError('not-signed-in')
  return { type: 'known', id: signedIn.id, email: signedIn.email }
}

async function join(tx: Tx, invitation: Invitation, person: PersonId, at: string): Promise<void> {
  const already = await tx
    .selectFrom('member')
    .select('id')
    .where('project_id', '=', invitation.project_id)
    .where('person_id', '=', person)
    .executeTakeFirst()
  if (already) throw new ProblemError('already-member')
  await tx
    .updateTable('invitation')
    .set({ accepted_at: at, accepted_by: person })
    .where('id', '=', invitation.id)
    .execute()
  await tx
    .insertInto('member')
    .values({
      id: newId<'member'>(),
      project_id: invitation.project_id,
      party_id: invitation.party_id,
      person_id: person,
      role: invitation.role,
      function: invitation.function,
      invited_by: invitation.created_by,
      joined_at: at,
    })
    .execute()
  const { organisation_id } = await tx
    .selectFrom('party')
    .select('organisation_id')
    .where('id', '=', invitation.party_id)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('organisation_member')
    .values({ organisation_id, person_id: person, joined_at: at })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'person_id']).doNothing())
    .execute()
}

import { type InvitationId, newId, type PartyId, type ProjectId } from '@parley/model'
import { decide } from '@parley/policy'
import type { Invite } from '@parley/protocol'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { peopleEvent } from '../present/people.ts'
import { projectEvent } from '../present/project.ts'
import { ProblemError } from '../problem-error.ts'
import { permit } from '../project/permit.ts'
import type { Sight } from '../project/viewer.ts'
import type { Tx } from '../store/index.ts'
import { invitationDays, newToken, tokenHash } from './invitation-token.ts'
import { type CommandContext, runCommand } from './run-command.ts'

/** An invitation as it was made; the token is shown once and stored nowhere. */
export interface MadeInvitation {
  readonly id: InvitationId
  readonly party: PartyId
  readonly token: string
  readonly createdAt: string
  readonly expiresAt: string
}

/**
 * Invites a person into the own party, or, as a lead of the client, an organisation as a new provider with its first
 * person, who must be a lead: nobody else could ever invite the others.
 */
export function invite(
  app: App,
  person: SignedIn,
  project: ProjectId,
  input: Invite,
): Promise<MadeInvitation> {
  const needs = (sight: Sight, tx: Tx) => requireRight(sight, tx, input)
  return runCommand(app, { person: person.id, project, needs }, 'invite', async (tx, context) => {
    const party =
      'party' in input.into ? input.into.party : await addProvider(tx, context, input.into.newProvider)
    const made: MadeInvitation = {
      id: newId<'invitation'>(),
      party,
      token: newToken(),
      createdAt: context.at,
      expiresAt: new Date(Date.parse(context.at) + invitationDays * 86_400_000).toISOString(),
    }
    await tx
      .insertInto('invitation')
      .values({
        id: made.id,
        project_id: project,
        party_id: party,
        email: input.email?.toLowerCase() ?? null,
        role: input.role,
        function: input.function,
        token_hash: tokenHash(made.token),
        created_by: person.id,
        created_at: made.createdAt,
        expires_at: made.expiresAt,
        revoked_at: null,
        accepted_at: null,
        accepted_by: null,
      })
      .execute()
    const entry = { invitation: made.id, party, role: input.role, function: input.function }
    const isNew = 'newProvider' in input.into
    return { result: made, entry, events: isNew ? [peopleEvent(party), projectEvent] : [peopleEvent(party)] }
  })
}

async function requireRight(sight: Sight, tx: Tx, input: Invite): Promise<void> {
  if ('party' in input.into && input.into.party === sight.viewer.party) {
    return permit(sight, 'member.manage')
  }
  if ('party' in input.into && !isKnownProvider(sight, input.into.party)) throw new ProblemError('not-found')
  permit(sight, 'provider.invite')
  if ('party' in input.into && (await hasMembers(tx, input.into.party))) {
    // From then on its own leads say who takes part.
    throw new ProblemError('not-allowed')
  }
  if (input.role !== 'lead') {
    throw new ProblemError('invalid-input', { errors: [{ path: 'role', message: 'lead' }] })
  }
}

function isKnownProvider({ viewer, project }: Sight, party: PartyId): boolean {
  return (
    viewer.kind === 'client' && project.parties.some((one) => one.id === party && one.kind === 'provider')
  )
}

async function hasMembers(tx: Tx, party: PartyId): Promise<boolean> {
  const member = await tx.selectFrom('member').select('id').where('party_id', '=', party).executeTakeFirst()
  return member !== undefined
}

/** A provider is an organisation of its own each time: whom else it serves is nobody's business here. */
async function addProvider(tx: Tx, { project, at }: CommandContext, name: string): Promise<PartyId> {
  const organisation = newId<'organisation'>()
  const party = newId<'party'>()
  await tx.insertInto('organisation').values({ id: organisation, name, created_at: at }).execute()
  await tx
    .insertInto('party')
    .values({
      id: party,
      project_id: project.id,
      organisation_id: organisation,
      kind: 'provider',
      created_at: at,
    })
    .execute()
  return party
}

/** Takes an invitation back before it is accepted; its link is worthless from then on. */
export function revokeInvitation(
  app: App,
  person: SignedIn,
  project: ProjectId,
  invitation: InvitationId,
): Promise<void> {
  const needs = (sight: Sight) => {
    const canInvite =
      decide(sight.viewer, 'member.manage', sight.project).allowed ||
      decide(sight.viewer, 'provider.invite', sight.project).allowed
    if (!canInvite) permit(sight, 'member.manage')
  }
  return runCommand(
    app,
    { person: person.id, project, needs },
    'revoke-invitation',
    async (tx, { viewer, at }) => {
      const revoked = await tx
        .updateTable('invitation')
        .set({ revoked_at: at })
        .where('id', '=', invitation)
        .where('project_id', '=', project)
        .where('accepted_at', 'is', null)
        .where('revoked_at', 'is', null)
        .where((where) =>
          where.or([
            where('party_id', '=', viewer.party),
            where('created_by', 'in', (query) =>
              query.selectFrom('member').select('person_id').where('party_id', '=', viewer.party),
            ),
          ]),
        )
        .returning('party_id')
        .executeTakeFirst()
      if (!revoked) throw new ProblemError('not-found')
      return { result: undefined, entry: { invitation }, events: [peopleEvent(revoked.party_id)] }
    },
  )
}

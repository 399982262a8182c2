import type { PartyView, ProjectView } from '@parley/protocol'
import { expect, it } from 'vitest'
import { newProvider, partiesToInviteInto } from './parties-to-invite-into.ts'

const party = (id: string, kind: PartyView['kind']) => ({ id, kind }) as Pick<PartyView, 'id' | 'kind'>
const parties = [party('client', 'client'), party('one', 'provider'), party('auditor', 'observer')]

const as = (own: string, rights: Partial<ProjectView['rights']>) =>
  partiesToInviteInto({ viewer: { party: own }, rights } as Pick<ProjectView, 'viewer' | 'rights'>, parties)

it('a lead of the client invites into its own party, into providers, and new providers', () => {
  expect(as('client', { invite: true, inviteProvider: true })).toEqual(['client', 'one', newProvider])
})

it('once refinement has begun each lead invites into its own party only', () => {
  expect(as('client', { invite: true, inviteProvider: false })).toEqual(['client'])
  expect(as('one', { invite: true, inviteProvider: false })).toEqual(['one'])
})

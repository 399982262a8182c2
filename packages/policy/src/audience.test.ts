import { newId } from '@parley/model'
import { expect, test } from 'vitest'
import type { Actor } from './actor.ts'
import {
  audienceChoices,
  documentAudience,
  mayReceive,
  maySeeMembers,
  maySeeParty,
  type PartyState,
} from './audience.ts'
import { readOnlyReason, rightsOf } from './rights.ts'

const client: PartyState = { id: newId(), kind: 'client', selected: false }
const chosen: PartyState = { id: newId(), kind: 'provider', selected: true }
const rival: PartyState = { id: newId(), kind: 'provider', selected: false }
const auditor: PartyState = { id: newId(), kind: 'observer', selected: false }
const parties = [client, chosen, rival, auditor]

const member = (party: PartyState, admittedBy: Actor['admittedBy'] = []): Actor => ({
  party: party.id,
  kind: party.kind,
  role: 'lead',
  selected: party.selected,
  admittedBy,
})

test('P13 a private thing reaches its party alone, a shared one its pair', () => {
  const pair = [client.id, chosen.id]
  expect(mayReceive(member(client), [client.id])).toBe(true)
  expect(mayReceive(member(chosen), [client.id])).toBe(false)
  expect(mayReceive(member(chosen), pair)).toBe(true)
  expect(mayReceive(member(rival), pair)).toBe(false)
  expect(mayReceive(null, pair)).toBe(false)
})

test('P13 an observer receives what the pair that admitted it shares, and nothing private', () => {
  const observer = member(auditor, [[client.id, chosen.id]])
  expect(mayReceive(observer, [chosen.id, client.id])).toBe(true)
  expect(mayReceive(observer, [client.id, rival.id])).toBe(false)
  expect(mayReceive(observer, [client.id])).toBe(false)
  expect(mayReceive(member(auditor), [client.id, chosen.id])).toBe(false)
})

test('P14 no provider learns of another one', () => {
  expect(maySeeParty(member(chosen), rival)).toBe(false)
  expect(maySeeParty(member(rival), chosen)).toBe(false)
  expect(maySeeParty(member(rival), client)).toBe(true)
  expect(maySeeParty(member(client), rival)).toBe(true)
  expect(maySeeMembers(member(chosen), { phase: 'specify' }, client)).toBe(false)
  expect(maySeeMembers(member(chosen), { phase: 'refine' }, client)).toBe(true)
})

test('P8, P9 audiences are offered by phase', () => {
  const kinds = (actor: Actor, phase: 'specify' | 'bid' | 'refine') =>
    audienceChoices(actor, { phase }, parties).map((choice) => choice.kind)
  expect(kinds(member(client), 'specify')).toEqual(['private'])
  expect(kinds(member(client), 'bid')).toEqual(['shared', 'shared', 'private'])
  expect(kinds(member(client), 'refine')).toEqual(['shared', 'private'])
  expect(kinds(member(chosen), 'refine')).toEqual(['shared', 'private'])
  expect(kinds(member(rival), 'refine')).toEqual([])
})

test('P15 a snapshot belongs to the client, then to the pair', () => {
  expect(documentAudience({ phase: 'specify' }, parties)).toEqual([client.id])
  expect(documentAudience({ phase: 'bid' }, parties)).toEqual([client.id])
  expect(documentAudience({ phase: 'refine' }, parties)).toEqual([client.id, chosen.id])
})

test('hints for the screen follow the decisions', () => {
  expect(rightsOf(member(client), { phase: 'specify' }).startRefinement).toBe(true)
  expect(rightsOf(member(client), { phase: 'refine' }).startRefinement).toBe(false)
  expect(rightsOf(member(chosen), { phase: 'refine' }).editOutline).toBe(false)
  expect(readOnlyReason(member(chosen), { phase: 'refine' })).toBe(null)
  expect(readOnlyReason(member(client), { phase: 'agreed' })).toBe('phase')
  expect(readOnlyReason(member(rival), { phase: 'refine' })).toBe('party')
})

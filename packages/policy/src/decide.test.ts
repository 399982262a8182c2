import { newId, type PartyId, type Phase, phases, type Role, roles } from '@parley/model'
import { describe, expect, test } from 'vitest'
import type { Actor } from './actor.ts'
import { type Action, actions, decide } from './decide.ts'

const client = newId<'party'>()
const provider = newId<'party'>()

type Who = 'client' | 'selected' | 'bidder' | 'observer' | 'unadmitted'

const actor = (who: Who, role: Role): Actor => ({
  party: who === 'client' ? client : who === 'selected' ? provider : newId<'party'>(),
  kind: who === 'client' ? 'client' : who === 'observer' || who === 'unadmitted' ? 'observer' : 'provider',
  role,
  selected: who === 'selected',
  admittedBy: who === 'observer' ? [[client, provider] as readonly PartyId[]] : [],
})

/** For each action and kind of party: role letters (l e c v) allowed in specify, bid, refine, implement, agreed. */
const table: Readonly<Record<Action, Readonly<Record<Who, string>>>> = {
  'project.see': row(
    'lecv lecv lecv lecv lecv',
    'lecv lecv lecv lecv lecv',
    'lecv lecv lecv lecv lecv',
    'lecv lecv lecv lecv lecv',
    'lecv lecv lecv lecv lecv',
  ),
  'document.read': row(
    'lecv lecv lecv lecv lecv',
    '- - lecv lecv lecv',
    '- - - - -',
    '- - lecv lecv lecv',
    '- - - - -',
  ),
  'published.read': row(
    'lecv lecv lecv lecv lecv',
    '- lecv - - -',
    '- lecv - - -',
    '- - lecv lecv lecv',
    '- - - - -',
  ),
  'statement.write': row('le le le - -', '- - le - -', '- - - - -', '- - - - -', '- - - - -'),
  'parameter.fill': row('le le le - -', '- - le - -', '- - - - -', '- - - - -', '- - - - -'),
  'outline.write': row('le le le - -', '- - - - -', '- - - - -', '- - - - -', '- - - - -'),
  'implementation.write': row('- - - le -', '- - - le -', '- - - - -', '- - - - -', '- - - - -'),
  'proposal.make': row('- - le le -', '- - le le -', '- - - - -', '- - - - -', '- - - - -'),
  'position.set': row('- - l l -', '- - l l -', '- - - - -', '- - - - -', '- - - - -'),
  'acceptance.sign': row('- - l l -', '- - l l -', '- - - - -', '- - - - -', '- - - - -'),
  'thread.shared.write': row(
    '- lec lec lec lec',
    '- lec lec lec lec',
    '- lec - - -',
    '- - - - -',
    '- - - - -',
  ),
  'thread.private.write': row(
    'lec lec lec lec lec',
    '- lec lec lec lec',
    '- lec - - -',
    '- - lecv lecv lecv',
    '- - - - -',
  ),
  'snapshot.take': row('l l l l l', '- - l l l', '- - - - -', '- - - - -', '- - - - -'),
  'phase.move': row('l l l l l', '- - l l l', '- - - - -', '- - - - -', '- - - - -'),
  'member.manage': row('l l l l l', 'l l l l l', 'l l l l l', 'l l l l l', 'l l l l l'),
  'project.rename': row('l l l l l', '- - - - -', '- - - - -', '- - - - -', '- - - - -'),
  'provider.invite': row('l l - - -', '- - - - -', '- - - - -', '- - - - -', '- - - - -'),
}

function row(...cells: readonly [string, string, string, string, string]): Record<Who, string> {
  const [ofClient, selected, bidder, observer, unadmitted] = cells
  return { client: ofClient, selected, bidder, observer, unadmitted }
}

describe('P2-P9, P11, P12: design §8, cell by cell', () => {
  for (const action of actions) {
    for (const [who, line] of Object.entries(table[action]) as [Who, string][]) {
      test(`${action} by ${who}`, () => {
        const allowed = phases.map(
          (phase: Phase) =>
            roles
              .filter((role) => decide(actor(who, role), action, { phase }).allowed)
              .map((role) => role[0])
              .join('') || '-',
        )
        expect(allowed.join(' ')).toBe(line)
      })
    }
  }
})

test('P1 a stranger is told nothing', () => {
  for (const action of actions) {
    for (const phase of phases) {
      expect(decide(null, action, { phase })).toEqual({ allowed: false, reason: 'not-found' })
    }
  }
})

test('P10 a locked or withdrawn requirement is not written', () => {
  const lead = actor('client', 'lead')
  const refine = { phase: 'refine' } as const
  expect(decide(lead, 'statement.write', refine, { locked: true })).toEqual({
    allowed: false,
    reason: 'locked',
  })
  expect(decide(lead, 'parameter.fill', refine, { withdrawn: true })).toEqual({
    allowed: false,
    reason: 'withdrawn',
  })
  expect(decide(lead, 'position.set', refine, { withdrawn: true })).toEqual({
    allowed: false,
    reason: 'withdrawn',
  })
  expect(decide(lead, 'position.set', refine, { locked: true }).allowed).toBe(true)
})

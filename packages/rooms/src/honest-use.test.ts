import { personId, type TextId } from '@parley/model'
import type { CloseReason } from '@parley/protocol'
import { describe, expect, it } from 'vitest'
import { step1Frame, step2Frame } from './frame.ts'
import type { JoinedSession, Rooms } from './rooms.ts'
import { features } from './testing/looking.ts'
import { meeting } from './testing/meeting.ts'
import { makeWorld } from './testing/world.ts'
import { type } from './testing/writing.ts'

const people = 100
const texts = 60
const openTexts = 30
const secondsOfScrolling = 20

const askState = step1Frame(Uint8Array.of(0))
const hasNothing = step2Frame(Uint8Array.of(0, 0))

/** What has become of the sessions so far. */
interface Seen {
  opened: number
  answered: number
  readonly closed: CloseReason[]
}

/** Brings a person into a text as a client that has nothing. */
async function open(rooms: Rooms, text: TextId, person: number, seen: Seen): Promise<JoinedSession> {
  seen.opened += 1
  const outcome = await rooms.join(text, {
    person: { id: personId(`person-${person}`), name: `Person ${person}` },
    features,
    outlet: {
      send(frame) {
        if (frame[0] === 0 && frame[1] === 1) seen.answered += 1
      },
      close: (reason) => seen.closed.push(reason),
      backlog: 0,
    },
  })
  if (outcome.type === 'closed') throw new Error(`expected to be let in, got ${outcome.reason}`)
  outcome.session.receive(askState)
  outcome.session.receive(hasNothing)
  return outcome.session
}

describe('honest use', () => {
  it('G1 is met by no limit: a hundred people scroll through texts, and come back after a restart', {
    timeout: 60_000,
  }, async () => {
    const world = makeWorld()
    const all: TextId[] = []
    for (let at = 0; at < texts; at++) all.push(await world.createText('Title', 'word '.repeat(2_000)))
    const textAt = (position: number) => all[position % texts] ?? expect.unreachable()
    const seen: Seen = { opened: 0, answered: 0, closed: [] }
    const screens: JoinedSession[][] = []
    for (let person = 0; person < people; person++) {
      const screen: JoinedSession[] = []
      for (let place = 0; place < openTexts; place++)
        screen.push(await open(world.rooms, textAt(person + place), person, seen))
      screens.push(screen)
    }
    for (let turn = 0; turn < 5 * secondsOfScrolling; turn++) {
      for (const [person, screen] of screens.entries()) {
        screen.shift()?.leave()
        screen.push(await open(world.rooms, textAt(person + openTexts + turn), person, seen))
      }
      await world.scheduler.advance(200)
    }
    const restarted = world.restart()
    for (let person = 0; person < people; person++) {
      for (let place = 0; place < openTexts; place++)
        await open(restarted, textAt(person + place), person, seen)
    }
    await world.scheduler.settle()
    expect([seen.closed, seen.answered]).toEqual([[], seen.opened])
  })

  it('G1 is met by no limit: keys held down for two minutes, a caret that follows', {
    timeout: 30_000,
  }, async () => {
    const world = makeWorld()
    const { peers } = await meeting(world, 'ann')
    const [ann] = peers
    for (let press = 0; press < 2 * 60 * 30; press++) {
      type(ann, 'x')
      const position = { tname: 'content', assoc: press }
      ann.awareness.setLocalStateField('cursor', { anchor: position, head: position })
      ann.flushOut()
      if (press % 30 === 0) await world.scheduler.advance(1_000)
    }
    await world.flush(ann)
    expect(ann.closed).toBe(null)
  })
})

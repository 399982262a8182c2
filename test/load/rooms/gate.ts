import { newId, type PartyId, type PersonId, personId, type TextId } from '@parley/model'
import {
  defaultLimits,
  documentFormat,
  type Journal,
  makeProcessBus,
  makeRooms,
  systemScheduler,
} from '@parley/rooms'
import { step1, step2, updatePayload } from './dialect.ts'
import { noState } from './link.ts'
import { sampleUpdate } from './sample-texts.ts'
import { Typist } from './typing.ts'

const warmUp = 3_000

/** Microseconds that the gate takes for an update of a requirement of three paragraphs, each judged by itself. */
export async function measureGate(updates: number): Promise<number> {
  const text = newId<'text'>()
  const state = sampleUpdate(0)
  const room = await openRoom(text, state)
  const typist = new Typist(state, 0)
  const frames = Array.from({ length: warmUp + updates }, () => updatePayload(typist.next()))
  let began = 0
  for (const [number, frame] of frames.entries()) {
    if (number === warmUp) began = performance.now()
    await room.send(frame)
  }
  const taken = performance.now() - began
  await room.close()
  return (taken / updates) * 1_000
}

/** A room over a journal that stores nothing, so that only the gate is measured. */
async function openRoom(text: TextId, state: Uint8Array) {
  const person: PersonId = personId(newId())
  const membership = { party: newId<'party'>() as PartyId, partyKind: 'client', partyName: 'Client' } as const
  let seq = 1
  const journal: Journal<null, null> = {
    load: async () => ({
      type: 'loaded',
      head: { seq, hash: new Uint8Array(32) },
      updates: [state],
      clients: new Map(),
    }),
    async append(_request, decide) {
      const decision = decide({ missed: [], access: () => ({ type: 'write', membership }) })
      if (decision.type === 'abort') return { type: 'refused', why: 'aborted' }
      seq += decision.entries.length
      return { type: 'appended', head: { seq, hash: new Uint8Array(32) }, at: '', effect: null }
    },
    effect: async () => null,
    checkpoint: async () => {},
    entries: async () => [],
  }
  const rooms = makeRooms({
    journal,
    bus: makeProcessBus().connect(),
    format: documentFormat,
    access: async () => ({ type: 'write', membership }),
    hook: () => null,
    limits: {
      ...defaultLimits,
      updatesPerSecond: 1e9,
      updateBurst: 1e9,
      personUpdatesPerSecond: 1e9,
      personUpdateBurst: 1e9,
      personBytesPerSecond: 1e12,
      personByteBurst: 1e12,
    },
    scheduler: systemScheduler,
    newClient: () => 7,
    colorOf: () => '#000000',
    onChange: () => {},
    onWriters: () => {},
    onSaving: () => {},
    onError: (error) => {
      throw error
    },
  })
  let committed = () => {}
  const outcome = await rooms.join(text, {
    person: { id: person, name: 'Ann' },
    features: ['committed'],
    outlet: {
      send(frame) {
        // 100 is `committed`
        if (frame[0] === 100) committed()
      },
      close(reason) {
        if (reason === 'going-away') return
        throw new Error(`expected to stay, was closed: ${reason}`)
      },
      backlog: 0,
    },
  })
  if (outcome.type === 'closed') throw new Error(`expected to join, got ${outcome.reason}`)
  outcome.session.receive(step1(noState))
  outcome.session.receive(step2(Uint8Array.of(0, 0)))
  return {
    send: (frame: Uint8Array) =>
      new Promise<void>((resolve) => {
        committed = resolve
        outcome.session.receive(frame)
      }),
    close: () => rooms.close(1_000),
  }
}

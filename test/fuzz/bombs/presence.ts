import { messageTypes } from '@parley/protocol'
import { presenceClaim } from '@parley/rooms/testing'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { type Bomb, frame, own, syncFrame } from './bomb.ts'

type State = readonly [client: number, clock: number, state: string]

const times = (count: number, make: (at: number) => Uint8Array) =>
  Array.from({ length: count }, (_, at) => make(at))
const caret = (position: unknown) => JSON.stringify({ cursor: { anchor: position, head: position } })
const query = Uint8Array.of(messageTypes.queryAwareness)

/** Presence that is false, huge or without end, and questions without end. */
export const presence: readonly Bomb[] = [
  {
    name: 'five thousand carets',
    frames: () => times(5_000, (at) => presenceClaim([own, at, caret({ tname: 'content', assoc: at })])),
  },
  {
    name: 'fifty thousand people in one message',
    frames: () => [presenceClaim(...Array.from({ length: 50_000 }, (_, at): State => [at, 1, '{}']))],
  },
  {
    name: 'more people than bytes',
    frames: () => [
      frame(messageTypes.awareness, (encoder) =>
        encoding.writeVarUint8Array(encoder, Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x7f)),
      ),
    ],
  },
  {
    name: 'a state of half a megabyte',
    frames: () => [presenceClaim([own, 1, JSON.stringify({ cursor: 'x'.repeat(500_000) })])],
  },
  {
    name: 'a state nested deeply',
    frames: () => [presenceClaim([own, 1, '['.repeat(900) + ']'.repeat(900)])],
  },
  {
    name: 'a state with a prototype',
    frames: () => [
      presenceClaim([own, 1, '{"__proto__":{"polluted":1},"cursor":{"__proto__":{"anchor":1}}}']),
    ],
  },
  {
    name: 'carets at no place',
    frames: () =>
      [{}, { item: { client: 1, clock: -1 } }, { tname: 'hidden' }, { type: {} }].map((place, at) =>
        presenceClaim([own, at, caret(place)]),
      ),
  },
  {
    name: 'everybody leaves, says somebody else',
    frames: (doc) => [
      presenceClaim(...[...doc.store.clients.keys()].map((client): State => [client, 2 ** 50, 'null'])),
    ],
  },
  {
    name: 'the caret of everybody, as the boss',
    frames: (doc) =>
      [...doc.store.clients.keys()].map((client) =>
        presenceClaim([client, 2 ** 50, '{"user":{"name":"The Boss"}}']),
      ),
  },
  { name: 'who is here, five thousand times', frames: () => times(5_000, () => query) },
  {
    name: 'what is the state, five thousand times',
    frames: () => times(5_000, () => syncFrame(0, Uint8Array.of(0))),
  },
  {
    name: 'another question five hundred times',
    frames: (doc) => {
      const [client = own] = doc.store.clients.keys()
      return times(500, (at) =>
        syncFrame(
          0,
          Y.encodeStateVector(
            new Map([
              [client, at],
              [own + at, 5],
            ]),
          ),
        ),
      )
    },
  },
  {
    name: 'a state vector of a hundred thousand clients',
    frames: () => [
      syncFrame(0, Y.encodeStateVector(new Map(Array.from({ length: 100_000 }, (_, at) => [at, 1])))),
    ],
  },
]

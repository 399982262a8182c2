import * as Y from 'yjs'
import { encodeUpdate } from '../encode-update.ts'
import { type Bomb, numbers, own, syncFrame, update } from './bomb.ts'

/** One letter of any client at any clock, after any other. */
const letter = (client: number, clock: number, origin: Y.ID | null = null) =>
  new Y.Item(
    Y.createID(client, clock),
    null,
    origin,
    null,
    null,
    // reason: a name stands for the root in an update, which the type leaves out
    (origin === null ? 'content' : null) as unknown as Y.ID,
    null,
    new Y.ContentString('x'),
  )

/** Ids, clocks and dependencies that are not the sender's to use, or nobody's. */
export const clocks: readonly Bomb[] = [
  {
    name: 'the next words of everybody who ever wrote',
    frames: (doc) =>
      [...doc.store.clients.keys()].map((client) =>
        syncFrame(2, encodeUpdate([letter(client, Y.getState(doc.store, client))])),
      ),
  },
  {
    name: 'the last clocks of everybody, taken by a gap',
    frames: (doc) =>
      [...doc.store.clients.keys()].map((client) => {
        const clock = Y.getState(doc.store, client)
        return syncFrame(2, encodeUpdate([new Y.GC(Y.createID(client, clock), 2 ** 31 - 2 - clock)]))
      }),
  },
  {
    name: 'four hundred updates that wait for what never comes',
    frames: () =>
      Array.from({ length: 400 }, (_, at) =>
        syncFrame(2, encodeUpdate([letter(own + at, 5, Y.createID(own + at, 4))])),
      ),
  },
  {
    name: 'updates that wait for each other',
    frames: () => [
      syncFrame(2, encodeUpdate([letter(own, 0, Y.createID(own + 1, 0))])),
      syncFrame(2, encodeUpdate([letter(own + 1, 0, Y.createID(own, 0))])),
    ],
  },
  update('a thousand clients in one update', () =>
    encodeUpdate(Array.from({ length: 1_000 }, (_, at) => letter(own + at, 0))),
  ),
  update('a client of more than 32 bits', () => numbers(1, 1, 2 ** 40, 0, 0, 1, 0)),
  update('words that build on themselves', () => encodeUpdate([letter(own, 0, Y.createID(own, 0))])),
]

import { messageTypes } from '@parley/protocol'
import * as Y from 'yjs'
import { type Bomb, frame, numbers, own, syncFrame, update } from './bomb.ts'

const honest = () => {
  const doc = new Y.Doc()
  doc.clientID = own
  doc.getXmlFragment('content').push([new Y.XmlText('words')])
  return doc
}

/** Bytes without rhyme, the same each time. */
function noise(seed: number, length: number): Uint8Array {
  let state = seed
  return Uint8Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state >> 16
  })
}

const one = (name: string, ...frames: readonly (Uint8Array | string)[]): Bomb => ({
  name,
  frames: () => frames,
})

/** Frames that are none, or of another version or direction. */
export const frames: readonly Bomb[] = [
  update('a V2 update', () => Y.encodeStateAsUpdateV2(honest())),
  one('an empty frame', new Uint8Array()),
  one('a text message', 'hello'),
  one('a text message of half a megabyte', 'x'.repeat(500_000)),
  one('a frame of a megabyte and more', new Uint8Array(1_048_577)),
  one('a number that never ends', new Uint8Array(1_000).fill(0xff)),
  one(
    'a sync message of no kind',
    frame(messageTypes.sync, () => {}),
    numbers(0, 77, 0),
  ),
  one('a length beyond the frame', numbers(0, 2, 1_000_000)),
  ...[messageTypes.auth, 4, 77, 2 ** 50].map((type) => one(`a message of type ${type}`, numbers(type, 0))),
  ...[100, 101, 102, 103].map((type) =>
    one(
      `the server’s own message ${type}`,
      Buffer.concat([numbers(type, 15), Buffer.from('{"writable":true}')]),
    ),
  ),
  {
    name: 'an update cut off at every byte',
    frames: () => {
      const whole = Y.encodeStateAsUpdate(honest())
      return Array.from(whole, (_, length) => syncFrame(2, whole.subarray(0, length)))
    },
  },
  {
    name: 'noise in frames',
    frames: () => Array.from({ length: 200 }, (_, seed) => noise(seed, 1 + seed * 7)),
  },
  {
    name: 'noise in updates',
    frames: () => Array.from({ length: 200 }, (_, seed) => syncFrame(2, noise(seed, 1 + seed * 7))),
  },
]

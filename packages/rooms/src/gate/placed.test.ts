import * as encoding from 'lib0/encoding'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { updateFrameOf } from '../testing/hostile.ts'
import { rejections } from '../testing/looking.ts'
import { meeting } from '../testing/meeting.ts'
import { makeWorld } from '../testing/world.ts'
import { reading, type, wordsOf } from '../testing/writing.ts'

/** One item of client 70 with any neighbours. */
function itemBetween(left: Y.ID | null, right: Y.ID | null, content: Y.Item['content']): Uint8Array {
  const item = new Y.Item(Y.createID(70, 0), null, left, null, right, null, null, content)
  const encoder = new Y.UpdateEncoderV1()
  encoding.writeVarUint(encoder.restEncoder, 1)
  encoding.writeVarUint(encoder.restEncoder, 1)
  encoder.writeClient(70)
  encoding.writeVarUint(encoder.restEncoder, 0)
  item.write(encoder, 0)
  encoding.writeVarUint(encoder.restEncoder, 0)
  return encoder.toUint8Array()
}

/** A room with words whose letters' ids are known, and what becomes of an update in it. */
async function begin() {
  const world = makeWorld()
  const { text, peers } = await meeting(world, 'ann', 'mal')
  const [ann, mal] = peers
  type(ann, 'abcdef')
  await world.flush(ann, mal)
  const letter = (at: number) => Y.createID(1, at)
  async function send(update: Uint8Array) {
    await world.flush(ann, mal)
    mal.sendRaw(updateFrameOf(update))
    await world.flush(mal, ann)
    const fresh = world.peer('bob', 3)
    await fresh.connect(world.rooms, text)
    await world.flush(fresh)
    expect(reading(fresh)).toBe(reading(ann))
    return rejections(mal)
  }
  return { ann, send, letter }
}

const word = new Y.ContentString('!')

describe('the neighbours of what is put in', () => {
  it('G10 are taken where an editor can have seen them', async () => {
    const { ann, send, letter } = await begin()
    expect(await send(itemBetween(letter(2), letter(3), word))).toEqual([])
    expect(reading(ann)).toContain('abc!def')
  })

  it('G10 may have others between them, which somebody wrote meanwhile', async () => {
    const { ann, send, letter } = await begin()
    const words = wordsOf(ann, 1)
    words.insert(words.length - 3, ' meanwhile ')
    expect(await send(itemBetween(letter(2), letter(3), word))).toEqual([])
    expect(reading(ann)).toMatch(/abc(! meanwhile | meanwhile !)def/)
  })

  it.each([
    ['are in the wrong order', 4, 2],
    ['are one and the same', 2, 2],
    ['lie within one piece, the right one first', 5, 1],
  ])('G10 are refused where they %s', async (_what, left, right) => {
    const { send, letter } = await begin()
    expect(await send(itemBetween(letter(left), letter(right), word))).toEqual(['malformed'])
  })

  it('G10 are refused where they stand in two places', async () => {
    const { ann, send, letter } = await begin()
    const title = wordsOf(ann, 0)
    const inTitle = title._start?.id
    if (inTitle === undefined) throw new Error('expected a title')
    expect(await send(itemBetween(letter(2), inTitle, word))).toEqual(['malformed'])
    const block = ann.fragment.get(1)._item?.id ?? null
    expect(await send(itemBetween(letter(2), block, word))).toEqual(['malformed'])
  })

  it('G10 are refused of a value of an attribute that has something after it', async () => {
    const { ann, send } = await begin()
    ann.doc.transact(() => {
      const heading = new Y.XmlElement('heading')
      heading.insert(0, [new Y.XmlText('Heading')])
      // reason: attributes hold any value of JSON, which the type does not say
      heading.setAttribute('level', 2 as unknown as string)
      ann.fragment.push([heading])
    })
    const heading = ann.fragment.get(2)
    const level = heading instanceof Y.XmlElement ? heading._map.get('level')?.id : undefined
    if (level === undefined) throw new Error('expected a level')
    expect(await send(itemBetween(null, level, new Y.ContentAny([9])))).toEqual(['malformed'])
  })

  it('G10 are refused where the clocks before were used for something else, elsewhere', async () => {
    const { send, letter } = await begin()
    expect(await send(itemBetween(letter(2), letter(3), word))).toEqual([])
    // The same clock again, now one letter of two in a place of its own: only the second is news.
    const again = itemBetween(letter(0), letter(1), new Y.ContentString('!?'))
    expect(await send(again)).toEqual(['malformed'])
  })
})

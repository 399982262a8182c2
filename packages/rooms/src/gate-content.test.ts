import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { forgedUpdate, updateFrameOf } from './testing/hostile.ts'
import { rejections } from './testing/looking.ts'
import { meeting } from './testing/meeting.ts'
import type { Peer } from './testing/peer.ts'
import { makeWorld } from './testing/world.ts'
import { pushed, reading } from './testing/writing.ts'

const fragmentOf = (doc: Y.Doc) => doc.getXmlFragment('content')

describe('the gate and content', () => {
  it.each(['script', 'iframe', 'doc', 'image'])('G6 refuses the unknown node %s', async (name) => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann', 'eve')
    const [ann, eve] = peers
    eve.doc.transact(() => pushed(name)(eve.doc))
    await world.flush(ann, eve)
    expect(rejections(eve)).toEqual(['unsafe-content'])
    expect(reading(ann)).toBe('<title>Title</title><paragraph>Words</paragraph>')
    expect(await world.journal.entries(text, 1, 10)).toEqual([])
  })

  it('G6 refuses unsafe links, marks and attributes', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann', 'eve')
    const eve = peers[1]
    const attempts: ((copy: Y.Doc) => void)[] = [
      (doc) => textIn(doc).insert(0, 'click', { link: { href: 'javascript:alert(1)' } }),
      (doc) => textIn(doc).insert(0, 'seen', { comment: { id: 'x' } }),
      (doc) => elementAt(doc).setAttribute('onclick', 'alert(1)'),
    ]
    for (const attempt of attempts) {
      eve.sendRaw(updateFrameOf(forgedUpdate(eve.doc, 2, attempt)))
      await world.flush(...peers)
      eve.disconnect()
      await eve.connect(world.rooms, text)
      await world.flush(...peers)
    }
    expect(rejections(eve)).toEqual(['unsafe-content', 'unsafe-content', 'unsafe-content'])
  })

  it('G6 repairs what merging broke, as the system and in the same commit', async () => {
    const world = makeWorld()
    const { text, peers } = await meeting(world, 'ann', 'bob')
    const [ann, bob] = peers
    addList(ann, 'first', 'second')
    await world.flush(ann, bob)
    itemsOf(ann).delete(0, 1)
    itemsOf(bob).delete(1, 1)
    await world.flush(ann, bob)
    expect([rejections(ann), rejections(bob)]).toEqual([[], []])
    expect(reading(ann)).toBe(reading(bob))
    expect(reading(ann)).not.toContain('bulletlist')
    const entries = await world.journal.entries(text, 1, 10)
    expect(entries.at(-1)?.author).toEqual({ type: 'system' })
    expect(entries.at(-1)?.at).toBe(entries.at(-2)?.at)
  })
})

const elementAt = (doc: Y.Doc): Y.XmlElement => {
  const element = fragmentOf(doc).get(1)
  if (!(element instanceof Y.XmlElement)) throw new Error('expected a paragraph')
  return element
}

function textIn(doc: Y.Doc): Y.XmlText {
  const text = elementAt(doc).get(0)
  if (!(text instanceof Y.XmlText)) throw new Error('expected words')
  return text
}

function addList(peer: Peer, ...items: string[]): void {
  peer.doc.transact(() => {
    const list = new Y.XmlElement('bulletList')
    peer.fragment.push([list])
    for (const words of items) {
      const [item, paragraph] = [new Y.XmlElement('listItem'), new Y.XmlElement('paragraph')]
      list.push([item])
      item.push([paragraph])
      paragraph.push([new Y.XmlText(words)])
    }
  })
}

function itemsOf(peer: Peer): Y.XmlElement {
  const list = peer.fragment.get(2)
  if (!(list instanceof Y.XmlElement)) throw new Error('expected a list')
  return list
}

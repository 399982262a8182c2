import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Replica } from '../replica.ts'
import { applyChange } from './apply.ts'

const textOf = (doc: Y.Doc): Y.XmlText => {
  const [first] = doc.getXmlFragment('content').toArray()
  if (!(first instanceof Y.XmlText)) throw new Error('expected a text')
  return first
}

/** A text of `pieces` letters that Yjs cannot keep as one, and a bold word. */
function piecewise(pieces: number): Y.Doc {
  const doc = new Y.Doc()
  doc.getXmlFragment('content').push([new Y.XmlText('.')])
  const text = textOf(doc)
  doc.transact(() => {
    for (let piece = 0; piece < pieces; piece++) text.insert(0, 'y')
    text.insert(text.length, 'bold', { bold: {} })
  })
  return doc
}

/** The server's copy, and the update that deletes the first letters in the original. */
function deletion(doc: Y.Doc, length: number): { readonly live: Y.Doc; readonly update: Uint8Array } {
  const live = new Y.Doc()
  Y.applyUpdate(live, Y.encodeStateAsUpdate(doc))
  const before = Y.encodeStateVector(doc)
  textOf(doc).delete(0, length)
  return { live, update: Y.encodeStateAsUpdate(doc, before) }
}

describe('applying', () => {
  it('G8 tidies up after small deletions only, since it costs the square of their number', () => {
    const timeOf = (pieces: number) => {
      const { live, update } = deletion(piecewise(pieces), pieces)
      const began = process.threadCpuUsage().user
      applyChange(live, () => Y.applyUpdate(live, update))
      return process.threadCpuUsage().user - began
    }
    timeOf(1_000)
    // Without the bound, forty times as many pieces take 1,600 times as long.
    expect(timeOf(40_000)).toBeLessThan(400 * Math.max(timeOf(1_000), 1_000))
  })

  it('G8 goes on rightly after a deletion that was not tidied up', () => {
    const { live, update } = deletion(piecewise(3_000), 3_000)
    textOf(live).insert(2_000, '!')
    applyChange(live, () => Y.applyUpdate(live, update))
    expect(textOf(live).toString()).toBe('!.<bold>bold</bold>')
    textOf(live).insert(1, '?')
    expect(textOf(live).toString()).toBe('!?.<bold>bold</bold>')
  })

  it('R2 loads what is stored and nothing else, formatting that has lost its meaning included', () => {
    const doc = new Y.Doc()
    doc.clientID = 7
    doc.getXmlFragment('content').push([new Y.XmlText()])
    textOf(doc).insert(0, 'word', { bold: {} })
    const onlyTheWord = Uint8Array.of(0, 1, doc.clientID, 1, 2, 'word'.length)
    const updates = [Y.encodeStateAsUpdate(doc), onlyTheWord]
    const replica = new Replica(
      { type: 'loaded', head: { seq: 1, hash: new Uint8Array() }, updates, clients: new Map() },
      10,
    )
    expect(Y.decodeUpdate(replica.state()).ds).toEqual(Y.decodeUpdate(Y.mergeUpdates(updates)).ds)
  })
})

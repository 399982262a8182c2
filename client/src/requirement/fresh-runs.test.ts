import { paragraph, seedUpdate, textContent } from '@parley/document'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { FreshRuns } from './fresh-runs.ts'

const paragraphOf = (doc: Y.Doc) => {
  const block = doc.getXmlFragment('content').get(1)
  const text = block instanceof Y.XmlElement ? block.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('expected a paragraph')
  return text
}

/** A reader's document, and others who write in theirs. */
function begin() {
  const seed = seedUpdate(textContent('T', [paragraph('Words that stand')]), 1)
  const doc = new Y.Doc()
  doc.clientID = 2
  Y.applyUpdate(doc, seed)
  const runs = new FreshRuns(doc)
  let now = 0
  doc.on('beforeObserverCalls', (transaction: Y.Transaction) => runs.received(transaction, now))
  const other = (client: number) => {
    const theirs = new Y.Doc()
    theirs.clientID = client
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc))
    theirs.on('update', (update: Uint8Array) => Y.applyUpdate(doc, update))
    return {
      type(at: number, words: string) {
        for (const [index, letter] of [...words].entries()) paragraphOf(theirs).insert(at + index, letter)
      },
      erase: (at: number, length: number) => paragraphOf(theirs).delete(at, length),
    }
  }
  // reason: the paragraph begins at 4, after the title and its own opening
  const fresh = () =>
    runs.now().map(({ client, from, to }) => [
      client,
      paragraphOf(doc)
        .toString()
        .slice(from - 4, to - 4),
    ])
  return { doc, runs, other, fresh, wait: (milliseconds: number) => (now += milliseconds), now: () => now }
}

it('are what others write, one run for what is written in a row', () => {
  const { other, fresh, doc } = begin()
  expect(fresh()).toEqual([])
  const [bob, eve] = [other(7), other(8)]
  bob.type(5, ' firmly')
  expect(fresh()).toEqual([[7, ' firmly']])
  eve.type(0, 'Two ')
  bob.type(0, 'More ')
  expect(fresh()).toHaveLength(3)
  expect(new Set(fresh().map(String))).toEqual(new Set(['7, firmly', '8,Two ', '7,More ']))
  paragraphOf(doc).insert(0, 'Mine ')
  expect(new Set(fresh().map(String))).toEqual(new Set(['7, firmly', '8,Two ', '7,More ']))
})

it('are whole where each space is written behind the one that stands there, as an editor does it', () => {
  const { other, fresh } = begin()
  const bob = other(7)
  let at = 5
  for (const letter of ' or of its') {
    bob.type(letter === ' ' ? at + 1 : at, letter)
    at += 1
  }
  expect(fresh().map(([, words]) => words)).toEqual([' ', 'or', ' ', 'of', ' ', 'its'])
})

it('move with the text, and are forgotten when they are deleted', () => {
  const { other, fresh, doc } = begin()
  const bob = other(7)
  bob.type(5, ' firmly')
  paragraphOf(doc).insert(0, 'Now: ')
  expect(fresh()).toEqual([[7, ' firmly']])
  bob.erase(5, 3)
  expect(fresh()).toEqual([[7, 'rmly']])
  bob.erase(5, 4)
  expect(fresh()).toEqual([])
})

it('are seen when their reader works in the text, but not while they are still being written', () => {
  const { other, runs, fresh, wait, now } = begin()
  const bob = other(7)
  bob.type(5, ' firm')
  expect(runs.seen(now())).toBe(false)
  wait(1_900)
  bob.type(10, 'ly')
  wait(1_900)
  expect([runs.seen(now()), fresh()]).toEqual([false, [[7, ' firmly']]])
  wait(100)
  expect([runs.seen(now()), fresh(), runs.isEmpty]).toEqual([true, [], true])
  bob.type(12, '!')
  expect(fresh()).toEqual([[7, '!']])
})

it('are seen after they have been in sight for a while, and gone when their reader leaves', () => {
  const { other, runs, fresh } = begin()
  const [bob, eve] = [other(7), other(8)]
  bob.type(5, ' firmly')
  expect(runs.shown(15_000)).toBe(false)
  eve.type(0, 'Two ')
  expect([runs.shown(5_000), fresh()]).toEqual([true, [[8, 'Two ']]])
  expect([runs.left(), fresh(), runs.left()]).toEqual([true, [], false])
})

it('are never the first state of a document', () => {
  const { runs, doc } = begin()
  expect(runs.isEmpty).toBe(true)
  doc.transact(() => paragraphOf(doc).insert(0, 'own'))
  expect(runs.isEmpty).toBe(true)
})

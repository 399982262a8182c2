import {
  applyContent,
  bold,
  bulletList,
  paragraph,
  readContent,
  seedUpdate,
  table,
  tableCell,
  tableRow,
  textContent,
} from '@parley/document'
import type { NodeJson } from '@parley/model'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { reissue } from './reissue.ts'

const seed = seedUpdate(textContent('Title', [paragraph('Words that stand'), bulletList('one', 'two')]), 1)

/** The seed as a client has it, and what it writes from then on. */
function writer(client: number) {
  const doc = new Y.Doc()
  doc.clientID = client
  Y.applyUpdate(doc, seed)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  return { doc, unsaved: () => Y.mergeUpdates(updates) }
}

const blocks: readonly NodeJson[] = [
  paragraph('Words that stand'),
  paragraph('Words ', bold('newly'), ' stand'),
  paragraph(),
  bulletList('one'),
  bulletList('one', 'and', 'two'),
  table(tableRow(tableCell('a'), tableCell('b')), tableRow(tableCell('c'), tableCell('d'))),
]
const contents = blocks.map((block, at) =>
  textContent('Title', [block, ...blocks.slice(at % 3, at % 4), paragraph('Words that stand')]),
)

/** The states of the document after some edits of others. */
const elsewhere = contents.map((theirs) => {
  const other = writer(3)
  applyContent(other.doc, theirs)
  return Y.encodeStateAsUpdate(other.doc)
})

function merged(...updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return doc
}

describe('edits written again by somebody new', () => {
  it('make of any document what the same edits by the old client would have made', () => {
    for (const first of contents) {
      for (const second of contents) {
        const own = writer(7)
        applyContent(own.doc, first)
        applyContent(own.doc, second)
        // reason: neighbours written at one place are ordered by client ids, so the new one keeps the order
        const again = reissue(own.unsaved(), 7, 8)
        for (const theirs of elsewhere) {
          const asOld = merged(theirs, own.unsaved())
          const asNew = merged(theirs, again ?? expect.unreachable())
          expect(readContent(asNew)).toEqual(readContent(asOld))
          expect(Y.getState(asNew.store, 7)).toBe(0)
          expect([asNew.store.pendingStructs, asNew.store.pendingDs]).toEqual([null, null])
        }
      }
    }
  })

  it('build on what the old client wrote before them', () => {
    const own = writer(7)
    applyContent(own.doc, textContent('Title', [paragraph('Words that stand firm')]))
    const committed = Y.encodeStateAsUpdate(own.doc)
    const vector = Y.encodeStateVector(own.doc)
    const later: Uint8Array[] = []
    own.doc.on('update', (update: Uint8Array) => later.push(update))
    applyContent(own.doc, textContent('Title', [paragraph('Words that still stand firmer')]))
    const again = reissue(Y.mergeUpdates(later), 7, 8)
    const doc = new Y.Doc()
    Y.applyUpdate(doc, committed)
    Y.applyUpdate(doc, again ?? expect.unreachable())
    expect(readContent(doc)).toEqual(readContent(own.doc))
    const before = Y.decodeStateVector(vector)
    expect(Y.getState(doc.store, 7)).toBe(before.get(7))
  })

  it('are none where somebody else wrote among them', () => {
    const [own, other] = [writer(7), writer(3)]
    applyContent(other.doc, textContent('Title', [paragraph('Theirs')]))
    applyContent(own.doc, textContent('Title', [paragraph('Mine')]))
    expect(reissue(Y.mergeUpdates([own.unsaved(), other.unsaved()]), 7, 8)).toBe(null)
  })
})

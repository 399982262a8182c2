import { paragraph, seedUpdate, textContent } from '@parley/document'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { refusedText } from './refused-text.ts'

function begin() {
  const doc = new Y.Doc()
  doc.clientID = 2
  Y.applyUpdate(doc, seedUpdate(textContent('Title', [paragraph('by whether'), paragraph('more')]), 1))
  let unsaved: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => unsaved.push(update))
  const block = (at: number) => {
    const element = doc.getXmlFragment('content').get(at)
    const text = element instanceof Y.XmlElement ? element.get(0) : null
    if (!(text instanceof Y.XmlText)) throw new Error('expected words')
    return text
  }
  return {
    block,
    commit: () => {
      unsaved = []
    },
    words: () => refusedText(doc, unsaved.length > 0 ? Y.mergeUpdates(unsaved) : null, 'read-only').words,
  }
}

it('reads in one line where each space was written behind the one that stands there, as an editor does it', () => {
  const { block, words } = begin()
  let at = 2
  for (const letter of ' or of its') {
    block(1).insert(letter === ' ' ? at + 1 : at, letter)
    at += 1
  }
  expect(words()).toBe('or of its ')
})

it('reads in one line where a letter was typed before the same letter', () => {
  const { block, words } = begin()
  // reason: "so w" typed before "whether" leaves the old w after "so " and writes the new one behind "ith "
  block(1).insert(3, 'so ')
  block(1).insert(7, 'ith w')
  expect(words()).toBe('so with ')
})

it('holds what is not committed only, a line for each place', () => {
  const { block, words, commit } = begin()
  block(1).insert(2, ' committed')
  commit()
  expect(words()).toBe('')
  block(1).insert(12, ' refused')
  block(2).insert(4, ' too')
  block(0).insert(0, 'My ')
  expect(words()).toBe('My \n refused\n too')
})

it('holds nothing of what was deleted again', () => {
  const { block, words } = begin()
  block(1).insert(2, ' not so')
  block(1).delete(2, 4)
  expect(words()).toBe(' so')
  block(1).delete(2, 3)
  expect(words()).toBe('')
})

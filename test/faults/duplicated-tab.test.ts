import { closes } from '@parley/protocol'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { startParley } from '../browser/index.ts'
import { LiveClient } from './live-client.ts'
import { setUpRefinement } from './set-up-refinement.ts'
import { readStoredText } from './stored-text.ts'
import { doors } from './wire.ts'
import { countWords } from './words.ts'

const client = 4_711

/** A document with the same client id as the others, with what `state` holds. */
function sameDoc(state?: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  if (state !== undefined) Y.applyUpdate(doc, state)
  // reason: Yjs takes another id where it meets its own in what it is given
  doc.clientID = client
  return doc
}

it.each(doors)(
  'a duplicated tab ends the first one, and what each was told is kept is there once (%s)',
  {
    timeout: 60_000,
  },
  async (door) => {
    await using parley = await startParley()
    using ends = new DisposableStack()
    const { ann, calm: text } = await setUpRefinement(parley.url)
    const open = (doc: Y.Doc) => {
      const opened = new LiveClient({ url: parley.url, text, session: ann.session, door, doc })
      ends.defer(() => opened.drop())
      return opened
    }
    const first = open(sameDoc())
    await first.inStep()
    first.show({})
    first.type('before')
    await first.saved()

    const second = open(sameDoc(Y.encodeStateAsUpdate(first.doc)))
    await second.inStep()
    second.show({})
    await first.gone()
    expect(first.closed).toBe(closes.replaced)
    second.type('after')
    await second.saved()

    const { words } = await readStoredText({ folder: parley.dataFolder }, text)
    const told = [...first.acknowledged, ...second.acknowledged]
    expect(told.map((word) => [word, countWords(words, word)])).toEqual([
      ['before', 1],
      ['after', 1],
    ])
  },
)

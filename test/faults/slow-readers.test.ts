import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { expect, it, onTestFinished } from 'vitest'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import { startParley } from '../browser/index.ts'
import { Attacker } from './attacker.ts'
import { LiveClient } from './live-client.ts'
import { setUpRefinement } from './set-up-refinement.ts'
import { peakMemoryOf } from './usage.ts'

const readers = 50
/** Sessions that one person may have in a text. */
const perPerson = 20
/** Updates that are written while nobody reads, and their size: eighteen megabytes for each reader. */
const rounds = 300
const size = 60_000

/** Somebody in a text who has stopped reading, and what they have read of it. */
async function stopped(attacker: Attacker): Promise<Y.Doc> {
  const doc = new Y.Doc()
  attacker.socket.on('message', (data) => {
    const decoder = decoding.createDecoder(new Uint8Array(data as ArrayBuffer))
    if (decoding.readVarUint(decoder) === 0)
      sync.readSyncMessage(decoder, encoding.createEncoder(), doc, null)
  })
  await attacker.heard()
  attacker.socket.pause()
  return doc
}

it('fifty who do not read cost the real server little memory, and are brought up once they do', {
  timeout: 300_000,
}, async () => {
  await using parley = await startParley()
  const { project, ann, calm: text } = await setUpRefinement(parley.url)
  const writer = new LiveClient({ url: parley.url, text, session: ann.session })
  onTestFinished(() => writer.drop())
  await writer.inStep()
  const attackers: { readonly attacker: Attacker; readonly doc: Y.Doc }[] = []
  for (let person = 0; attackers.length < readers; person++) {
    const { session } = await project.join(`Reader${person}`, 'viewer')
    for (let number = 0; number < perPerson && attackers.length < readers; number++) {
      const attacker = await Attacker.enter(parley.url, session, text, 'plain')
      onTestFinished(() => attacker.leave())
      attackers.push({ attacker, doc: await stopped(attacker) })
    }
  }

  const before = peakMemoryOf(parley.pid())
  const block = writer.doc.getXmlFragment('content').get(1)
  const words = block instanceof Y.XmlElement ? block.get(0) : null
  if (!(words instanceof Y.XmlText)) throw new Error('expected a paragraph with words')
  for (let round = 0; round < rounds; round++) {
    writer.doc.transact(() => {
      if (round > 0) words.delete(0, size)
      words.insert(0, String(round % 10).repeat(size))
    })
    if (round % 10 !== 0) continue
    writer.type(`round${round}`)
    await writer.saved()
  }
  writer.type('over')
  await writer.saved()
  const all = readers * rounds * size
  // Each may hold back a megabyte and what was on its way; everything would be nine hundred.
  expect(peakMemoryOf(parley.pid()) - before).toBeLessThan(all / 3)

  for (const { attacker, doc } of attackers) {
    const isThere = () => doc.getXmlFragment('content').toJSON() === writer.words
    const caughtUp = new Promise<void>((resolve, reject) => {
      doc.on('afterTransaction', () => isThere() && resolve())
      attacker.socket.on('close', (code) => reject(new Error(`a reader was closed with ${code}`)))
    })
    attacker.socket.resume()
    await caughtUp
  }
})

import { contentProblem, readContent, schema } from '@parley/document'
import type { PersonId, TextId } from '@parley/model'
import { entryHash, genesis } from '@parley/rooms'
import { addParagraph, type Peer, reading, stored, type World } from '@parley/rooms/testing'
import { initProseMirrorDoc } from '@tiptap/y-tiptap'
import * as Y from 'yjs'

/**
 * Throws where an honest person in a text suffered from what was sent to it: they write on, a joiner reads the same, and
 * the journal makes the same valid text, which an editor can show. Gives the joiner.
 */
export async function checkHarmless(world: World, text: TextId, ann: Peer): Promise<Peer> {
  addParagraph(ann, 'goes on')
  await world.flush(ann)
  if (ann.closed !== null) throw new Error(`the honest person was closed: ${ann.closed}`)
  const refused = ann.told.filter(({ type }) => type === 'rejected')
  if (refused.length > 0) throw new Error('the honest person was refused')
  // reason: a heavy text rests before it is written to again
  for (let wait = 0; wait < 100 && !stored(world, text).includes('goes on'); wait++) {
    await world.scheduler.advance(1_000)
    await world.flush(ann)
  }
  if (!stored(world, text).includes('goes on')) throw new Error('the honest words are not stored')
  const fresh = world.peer('bob', 3)
  await fresh.connect(world.rooms, text)
  await world.flush(ann, fresh)
  equal('a joiner reads', reading(fresh), reading(ann))
  await checkJournal(world, text, ann)
  if (world.errors.length > 0)
    throw new Error('the server met an error of its own', { cause: world.errors[0] })
  return fresh
}

/** The journal alone gives the same valid text, in an unbroken chain, in which nobody wrote as somebody else. */
async function checkJournal(world: World, text: TextId, ann: Peer): Promise<void> {
  const replayed = new Y.Doc()
  const writers = new Map<number, PersonId>()
  let previous = genesis
  for (const entry of await world.journal.entries(text, 0, 10_000)) {
    equal(
      'the chain',
      Buffer.from(entry.hash),
      Buffer.from(entryHash(text, entry.seq, entry.at, entry, previous)),
    )
    previous = entry.hash
    Y.applyUpdate(replayed, entry.update)
    if (entry.author.type !== 'person') continue
    for (const client of Y.parseUpdateMeta(entry.update).to.keys()) {
      const first = writers.get(client) ?? entry.author.person
      equal(`the person behind client ${client}`, entry.author.person, first)
      writers.set(client, first)
    }
  }
  if (writers.get(ann.doc.clientID) !== ann.person.id)
    throw new Error('the honest words are not the honest person’s')
  if (replayed.store.pendingStructs !== null || replayed.store.pendingDs !== null)
    throw new Error('something in the journal waits for what never comes')
  equal('the roots', [...replayed.share.keys()], ['content'])
  equal('the journal reads', replayed.getXmlFragment('content').toJSON(), reading(ann))
  const content = readContent(replayed)
  equal('the content', world.journal.content(text), content)
  equal('what is wrong with the content', contentProblem(content), null)
  const shown = initProseMirrorDoc(replayed.getXmlFragment('content'), schema).doc
  equal('what an editor shows', shown.toJSON(), schema.nodeFromJSON(content).toJSON())
}

function equal(what: string, one: unknown, other: unknown): void {
  const [left, right] = [JSON.stringify(one), JSON.stringify(other)]
  if (left !== right) throw new Error(`${what}: expected ${right}, got ${left}`)
}

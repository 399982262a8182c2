import { idSchema, personIdSchema, type TextId } from '@parley/model'
import { documentFormat, entryHash, genesis } from '@parley/rooms'
import * as Y from 'yjs'
import { z } from 'zod'
import { type Database, readRows } from './database.ts'

const bytes = z.instanceof(Uint8Array).transform((each) => new Uint8Array(each))
const number = z.coerce.number().pipe(z.int())

const headSchema = z.object({ head_seq: number, head_hash: bytes, content: z.string() })
const entrySchema = z.object({
  seq: number,
  at: z.iso.datetime(),
  person_id: personIdSchema.nullable(),
  party_id: idSchema<'party'>().nullable(),
  update: bytes,
  deleted: bytes,
  clients: z.string().transform((json) => z.array(z.int()).parse(JSON.parse(json))),
  previous_hash: bytes,
  hash: bytes,
})
type Entry = z.infer<typeof entrySchema>

/** A text as the database has it, once its chain of hashes and its content were found to be right. */
export interface StoredText {
  readonly entries: readonly Entry[]
  /** The document that they make. */
  readonly doc: Y.Doc
  /** What it reads as. */
  readonly words: string
}

/** Reads a text past the server; throws where an entry, the head or the content is not what the chain makes of it. */
export async function readStoredText(database: Database, text: TextId): Promise<StoredText> {
  const heads = await readRows(database, 'select head_seq, head_hash, content from text where id = $1', text)
  const head = headSchema.parse(heads[0])
  const rows = await readRows(database, 'select * from text_update where text_id = $1 order by seq', text)
  // The server may have appended more since the head was read.
  const entries = z.array(entrySchema).parse(rows).slice(0, head.head_seq)
  let previous = genesis
  for (const [index, entry] of entries.entries()) {
    const { person_id: person, party_id: party, seq, at } = entry
    const author =
      person && party ? ({ type: 'person', person, party } as const) : ({ type: 'system' } as const)
    const hash = entryHash(text, seq, at, { ...entry, author }, previous)
    const isRight = seq === index + 1 && same(entry.previous_hash, previous) && same(entry.hash, hash)
    if (!isRight) throw new Error(`the chain of ${text} is broken at ${seq}`)
    previous = hash
  }
  if (head.head_seq !== entries.length || !same(head.head_hash, previous))
    throw new Error(`the head of ${text} is not its last entry`)
  const doc = new Y.Doc()
  doc.transact(() => {
    for (const { update } of entries) Y.applyUpdate(doc, update)
  })
  const content = JSON.stringify(documentFormat.read(doc))
  if (content !== JSON.stringify(JSON.parse(head.content)))
    throw new Error(`the content of ${text} is not what its entries make`)
  return { entries, doc, words: doc.getXmlFragment('content').toJSON() }
}

const same = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0

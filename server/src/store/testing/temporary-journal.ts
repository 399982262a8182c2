import type { PersonId, TextContent, TextId } from '@parley/model'
import type { Access, AppendOutcome, Journal } from '@parley/rooms'
import type { Store, Tx } from '../store.ts'
import { makeTextJournal } from '../text-journal/text-journal.ts'
import type { SampleMember } from './sample-project.ts'

/** Content of one line. */
export const contentOf = (title: string): TextContent => ({
  type: 'doc',
  content: [{ type: 'title', content: [{ type: 'text', text: title }] }],
})

/** A journal over a store in which nothing hangs on an append; everybody may write unless `readAccess` says otherwise. */
export function makeTestJournal(
  store: Store,
  readAccess: (tx: Tx, people: readonly PersonId[]) => Promise<ReadonlyMap<PersonId, Access>> = async () =>
    new Map(),
): Journal<null, null> {
  return makeTextJournal<null, null>(store, {
    readAccess: (tx, _text, people) => readAccess(tx, people),
    onContent: async () => null,
    readEffect: async () => null,
    now: () => new Date().toISOString(),
  })
}

/** Appends one entry of some bytes; the journal does not look into them. */
export function appendBytes(
  journal: Journal<null, null>,
  text: TextId,
  author: SampleMember,
  options: { readonly clients?: readonly number[]; readonly bytes?: number } = {},
): Promise<AppendOutcome<null>> {
  const { clients = [], bytes = 40 } = options
  const entry = {
    author: { type: 'person', ...author },
    update: new Uint8Array(bytes).fill(7),
    deleted: new Uint8Array(),
    clients,
  } as const
  return journal.append({ text, knownSeq: Number.MAX_SAFE_INTEGER, people: [] }, () => ({
    type: 'append',
    entries: [entry],
    content: contentOf('x'),
    hook: null,
  }))
}

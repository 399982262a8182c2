import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** Items deleted at once beyond which nothing is tidied up: Yjs takes steps by the square of their number. */
const tidiedDeletions = 2_000

/** What a change did to a document. */
export interface Applied {
  /** The change in the server's own V1 encoding. */
  readonly update: Uint8Array
  /** What it deleted, as a V1 delete set; of no bytes where it deleted nothing. */
  readonly deleted: Uint8Array
}

/**
 * Gate step 5: runs `change` on the live document in one transaction and gives what it did, or `null` where it did
 * nothing. Gives `pending` where something stayed behind for lack of what it builds on: the document is spoilt then.
 */
export function applyChange(doc: Y.Doc, change: () => void): Applied | 'pending' | null {
  // reason: more than one where Yjs then removes formatting that lost its meaning
  const updates: Uint8Array[] = []
  const deleteSets: Y.Transaction['deleteSet'][] = []
  const keep = (update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
    updates.push(update)
    deleteSets.push(transaction.deleteSet)
  }
  doc.on('update', keep)
  try {
    doc.transact((transaction) => {
      change()
      if (deletionsIn(transaction) > tidiedDeletions) leaveUntidy(transaction)
    })
  } finally {
    doc.off('update', keep)
  }
  if (isPending(doc)) return 'pending'
  if (updates.length === 0) return null
  return { update: merged(updates), deleted: encodeDeleted(Y.mergeDeleteSets(deleteSets)) }
}

/** Whether something stayed behind for lack of what it builds on. */
export const isPending = ({ store }: Y.Doc) => store.pendingStructs !== null || store.pendingDs !== null

const deletionsIn = ({ deleteSet }: Y.Transaction) =>
  [...deleteSet.clients.values()].reduce((sum, items) => sum + items.length, 0)

/** Keeps Yjs from removing formatting that has lost its meaning, which it does not in transactions of its own. */
function leaveUntidy(transaction: Y.Transaction): void {
  transaction.local = true
  // reason: what it remembers of places in a text holds after changes of its own only
  for (const type of transaction.changed.keys()) type._searchMarker?.splice(0)
}

/** Updates as one; a single one as it is. */
export function merged(updates: readonly Uint8Array[]): Uint8Array {
  const [first] = updates
  return first !== undefined && updates.length === 1 ? first : Y.mergeUpdates([...updates])
}

function encodeDeleted(deleted: Y.Transaction['deleteSet']): Uint8Array {
  if (deleted.clients.size === 0) return new Uint8Array()
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, deleted.clients.size)
    for (const [client, ranges] of deleted.clients) {
      encoding.writeVarUint(encoder, client)
      encoding.writeVarUint(encoder, ranges.length)
      for (const { clock, len } of ranges) {
        encoding.writeVarUint(encoder, clock)
        encoding.writeVarUint(encoder, len)
      }
    }
  })
}

import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

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
    doc.transact(change)
  } finally {
    doc.off('update', keep)
  }
  if (doc.store.pendingStructs !== null || doc.store.pendingDs !== null) return 'pending'
  if (updates.length === 0) return null
  return { update: merged(updates), deleted: encodeDeleted(Y.mergeDeleteSets(deleteSets)) }
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

import { readContent } from '@parley/document'
import { equalityDeep } from 'lib0/function'
import * as Y from 'yjs'
import type { RefusedText } from './refused-text.ts'
import { reissue } from './reissue.ts'

/** What somebody wrote under a client id that is another's: to be written again by a new one. */
export interface Collided {
  readonly client: number
  /** Their edits that are committed nowhere, as one update; `null` where there are none. */
  readonly unsaved: Uint8Array | null
  /** The same as refused text, for when it does not go together with what the server has. */
  readonly refused: RefusedText
}

/**
 * Writes again into `doc`, the server's state, what collided, as new edits of its client; each stands where it stood
 * among the words of others. Gives what could not be written again, or `null`.
 */
export function writeAgain(doc: Y.Doc, { client, unsaved, refused }: Collided): RefusedText | null {
  if (unsaved === null) return equalityDeep(readContent(doc), refused.content) ? null : refused
  const again = reissue(unsaved, client, doc.clientID)
  if (again === null || !fits(doc, again)) return refused
  applyAsOwn(doc, again)
  return null
}

/** Applies edits of the document's own client id, which Yjs takes for a collision and would change the id at once. */
function applyAsOwn(doc: Y.Doc, update: Uint8Array): void {
  const { clientID } = doc
  doc.clientID = 0
  try {
    Y.applyUpdate(doc, update)
  } finally {
    doc.clientID = clientID
  }
}

/** Whether the document has everything that an update builds on. */
function fits(doc: Y.Doc, update: Uint8Array): boolean {
  const trial = new Y.Doc()
  Y.applyUpdate(trial, Y.encodeStateAsUpdate(doc))
  Y.applyUpdate(trial, update)
  const isComplete = trial.store.pendingStructs === null && trial.store.pendingDs === null
  trial.destroy()
  return isComplete
}

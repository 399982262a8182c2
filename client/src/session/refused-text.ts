import { readContent } from '@parley/document'
import type { TextContent } from '@parley/model'
import type { RejectionCode } from '@parley/protocol'
import * as Y from 'yjs'

/** What the server refused of a person's writing, kept for them to take further. */
export interface RefusedText {
  readonly code: RejectionCode
  /** The words they wrote that are committed nowhere; empty where they only deleted or formatted. */
  readonly words: string
  /** The whole text as they had it. */
  readonly content: TextContent
}

/** The refused text of a document of which the person's edits in `unsaved` are not committed. */
export function refusedText(doc: Y.Doc, unsaved: Uint8Array | null, code: RejectionCode): RefusedText {
  const since = unsaved === null ? undefined : Y.parseUpdateMeta(unsaved).from.get(doc.clientID)
  return { code, words: since === undefined ? '' : ownWords(doc, since), content: readContent(doc) }
}

/** What this document's own client wrote from a clock on, in the order of writing; a line each where it jumped. */
function ownWords(doc: Y.Doc, since: number): string {
  const structs = doc.store.clients.get(doc.clientID) ?? []
  let words = ''
  let last: Y.Item | null = null
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || struct.deleted || !(struct.content instanceof Y.ContentString))
      continue
    const offset = Math.max(0, since - struct.id.clock)
    if (offset >= struct.length) continue
    if (words !== '' && (last === null || struct.left !== last)) words += '\n'
    words += struct.content.str.slice(offset)
    last = struct
  }
  return words
}

import type { TextContent } from '@parley/model'
import * as Y from 'yjs'
import { schema } from '../schema/extensions.ts'
import { fragmentName } from '../schema/limits.ts'
import { reconcile } from './reconcile.ts'

/**
 * Edits a document so that it holds this content, touching only what differs, in one transaction. The content must have
 * no problem (`contentProblem`); `origin` is the transaction's origin.
 */
export function applyContent(doc: Y.Doc, content: TextContent, origin?: unknown): void {
  const node = schema.nodeFromJSON(content)
  node.check()
  const fragment = doc.getXmlFragment(fragmentName)
  doc.transact(() => reconcile(fragment, node), origin)
}

/** The V1 update that gives an empty document this content; the same content and client id give the same bytes. */
export function seedUpdate(content: TextContent, clientId: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = clientId
  applyContent(doc, content)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

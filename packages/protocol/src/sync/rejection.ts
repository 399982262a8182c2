import { z } from 'zod'

/** Why an update was refused; each is the key of words in the client's language files. */
export const rejectionCodes = [
  /** The text may not be written by this person now. */
  'read-only',
  /** The bytes are not an update. */
  'malformed',
  /** The update holds a kind of content that texts do not have. */
  'not-allowed',
  /** The document it would make has nodes, marks or attributes that are unknown or unsafe. */
  'unsafe-content',
  /** The update, or the text with it, is larger than allowed. */
  'too-large',
  /** It builds on something the server does not have. */
  'unknown-dependency',
  /** Its Yjs client id belongs to somebody else: make a new document and apply again. */
  'client-id-taken',
  /** The store answered that it can't hold it. */
  'unstorable',
  /** The client's document schema is older than the server's. */
  'outdated-schema',
] as const
export const rejectionCodeSchema = z.enum(rejectionCodes)
export type RejectionCode = z.infer<typeof rejectionCodeSchema>

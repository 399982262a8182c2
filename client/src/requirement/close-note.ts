import type { CloseReason } from '@parley/protocol'

/** What is said of a text whose room the server has closed: for good, or for now; each key is one of the language files. */
export type CloseNote =
  | {
      readonly type: 'closed'
      readonly key: 'outdated' | 'not-found' | 'refused' | 'frame-too-large' | 'other'
    }
  | {
      readonly type: 'waiting'
      readonly key: 'going-away' | 'unavailable' | 'too-fast' | 'too-slow' | 'busy' | 'too-many'
    }

/** The note of a close reason; `null` where nothing is to be said beside the text. */
export function closeNote(reason: CloseReason): CloseNote | null {
  switch (reason) {
    case 'outdated':
    case 'not-found':
    case 'refused':
    case 'frame-too-large':
      return { type: 'closed', key: reason }
    case 'bad-message':
    case 'unknown-message':
      return { type: 'closed', key: 'other' }
    case 'going-away':
    case 'unavailable':
    case 'too-fast':
    case 'too-slow':
    case 'busy':
    case 'too-many':
      return { type: 'waiting', key: reason }
    // A dialog over the page asks the person to sign in again.
    case 'signed-out':
    // The text goes on under a new client id by itself; what cannot be taken along is kept as refused text.
    case 'replaced':
      return null
    default:
      return reason satisfies never
  }
}

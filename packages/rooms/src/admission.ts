import type { CloseReason, RejectionCode } from '@parley/protocol'
import { scanUpdate } from './gate/scan.ts'
import type { Part, UpdateWork } from './gate/work.ts'
import type { Limits } from './limits.ts'
import type { Session } from './session.ts'

/** What becomes of an update frame before it is judged. */
export type Admission =
  /** Parked, or dropped after a refusal. */
  | { readonly type: 'taken' }
  /** A step 2 that is known byte for byte. */
  | { readonly type: 'known' }
  | { readonly type: 'judge'; readonly work: UpdateWork }
  | { readonly type: 'refuse'; readonly code: RejectionCode }
  | { readonly type: 'close'; readonly reason: CloseReason }

/** Gate steps 0 to 2 for one update frame of a session; `isKnown` tells a step 2 that was found to be known before. */
export function admit(
  session: Session,
  frame: { readonly type: 'step2' | 'update'; readonly update: Uint8Array },
  limits: Limits,
  root: string,
  isKnown: (update: Uint8Array) => boolean,
): Admission {
  const { share } = session
  if (!session.updates.take() || !share.updates.take()) return { type: 'close', reason: 'too-fast' }
  if (share.held > limits.personHeldBytes) return { type: 'close', reason: 'unavailable' }
  const { inbound } = session
  switch (inbound.type) {
    case 'refused':
      return { type: 'taken' }
    case 'open':
      return scanned(session, [frame.update], root)
    case 'parking': {
      if (frame.type === 'step2') {
        session.inbound = { type: 'open' }
        if (inbound.parked.length === 0 && isKnown(frame.update)) return { type: 'known' }
        // reason: step 2 was made after what is parked and holds what that builds on
        return scanned(session, [frame.update, ...inbound.parked], root)
      }
      const bytes = inbound.bytes + frame.update.length
      session.inbound = { type: 'parking', parked: [...inbound.parked, frame.update], bytes }
      return bytes > limits.parkedBytes ? { type: 'refuse', code: 'too-large' } : { type: 'taken' }
    }
    default:
      return inbound satisfies never
  }
}

function scanned(session: Session, updates: readonly Uint8Array[], root: string): Admission {
  const parts: Part[] = []
  for (const bytes of updates) {
    const outcome = scanUpdate(bytes, root)
    if (outcome.type === 'refused') return { type: 'refuse', code: outcome.code }
    parts.push({ bytes, scan: outcome.scan })
  }
  const bytes = updates.reduce((sum, update) => sum + update.length, 0)
  return {
    type: 'judge',
    work: { type: 'update', session, era: session.era, person: session.person, parts, bytes },
  }
}

import { z } from 'zod'

/** Where a party stands on a requirement. */
export const stances = ['open', 'agreed', 'agreed-with-reservation', 'not-agreed'] as const
export const stanceSchema = z.enum(stances)
export type Stance = z.infer<typeof stanceSchema>

/** SHA-256 over the canonical normative content, lower-case hexadecimal. */
export const fingerprintSchema = z.string().regex(/^[0-9a-f]{64}$/)
export type Fingerprint = z.infer<typeof fingerprintSchema>

/**
 * How a position reads today: an answer given on content that has changed since is `outdated`, whatever it said;
 * `open` never becomes outdated.
 */
export type PositionState = Stance | 'outdated'

export function positionState(
  position: { readonly stance: Stance; readonly fingerprint: Fingerprint } | null,
  current: Fingerprint,
): PositionState {
  if (!position || position.stance === 'open') return 'open'
  return position.fingerprint === current ? position.stance : 'outdated'
}

/** How many connections a server takes on. */
export interface AcceptRateLimits {
  /** New connections a second, in the long run. */
  readonly perSecond: number
  /** New connections at once. */
  readonly burst: number
}

/** The rate of a server that nobody has configured. */
export const defaultAcceptRate: AcceptRateLimits = { perSecond: 100, burst: 400 }

/**
 * Whether one more connection may begin now. After a restart everybody comes back at once; each connection costs reads
 * of the store, and those who are in must not wait for them.
 */
export function makeAcceptRate({ perSecond, burst }: AcceptRateLimits, now: () => number): () => boolean {
  let allowance = burst
  let at = now()
  return function mayBegin() {
    const time = now()
    allowance = Math.min(burst, allowance + (Math.max(0, time - at) / 1_000) * perSecond)
    at = time
    if (allowance < 1) return false
    allowance -= 1
    return true
  }
}

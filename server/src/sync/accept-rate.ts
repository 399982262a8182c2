import { Allowance, Allowances } from '@parley/rooms'

/** How many connections a server takes on. */
export interface AcceptRateLimits {
  /** New connections a second, in the long run. */
  readonly perSecond: number
  /** New connections at once. */
  readonly burst: number
  /** The part of both that one address may take. */
  readonly addressShare: number
}

/** The rate of a server that nobody has configured. */
export const defaultAcceptRate: AcceptRateLimits = { perSecond: 100, burst: 400, addressShare: 0.5 }

/**
 * Whether one more connection may begin now. After a restart everybody comes back at once; each connection costs reads
 * of the store, and those who are in must not wait for them. One address, which may be a whole office, takes a part of
 * it only, so that it cannot keep everybody else out.
 */
export function makeAcceptRate(
  { perSecond, burst, addressShare }: AcceptRateLimits,
  now: () => number,
): (address: string) => boolean {
  const all = new Allowance({ perSecond, burst }, now)
  const rate = { perSecond: perSecond * addressShare, burst: burst * addressShare }
  const byAddress = new Allowances<string>(rate, now)
  return function mayBegin(address) {
    return byAddress.of(address).take() && all.take()
  }
}

/** What better-auth asks before it lets a request through. */
export interface AttemptLimit {
  consume(
    key: string,
    rule: { readonly window: number; readonly max: number },
  ): Promise<{ readonly allowed: boolean; readonly retryAfter: number | null }>
}

interface Window {
  count: number
  readonly until: number
}

/** Keys remembered at most; beyond that, those whose time is over are forgotten. */
const keptKeys = 50_000

/** Counts attempts by address and path in windows of some seconds, for one server; `now` is in milliseconds. */
export function makeAttemptLimit(now: () => number): AttemptLimit {
  const windows = new Map<string, Window>()

  function currentWindow(key: string, seconds: number): Window {
    const known = windows.get(key)
    if (known && known.until > now()) return known
    if (windows.size >= keptKeys) forgetOver()
    const fresh = { count: 0, until: now() + seconds * 1_000 }
    windows.set(key, fresh)
    return fresh
  }

  function forgetOver(): void {
    for (const [key, { until }] of windows) if (until <= now()) windows.delete(key)
  }

  return {
    async consume(key, rule) {
      const window = currentWindow(key, rule.window)
      window.count++
      const allowed = window.count <= rule.max
      return { allowed, retryAfter: allowed ? null : Math.ceil((window.until - now()) / 1_000) }
    },
  }
}

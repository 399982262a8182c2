import type { Session, SessionSaved } from './session.ts'

/** Milliseconds for which everything must be saved before it is said. */
const settling = 400

export interface SteadySaved {
  readonly get: () => SessionSaved
  /** For one listener at a time. */
  readonly subscribe: (listener: () => void) => () => void
}

/**
 * What may be said about everything that is open, without a flicker at every letter: "saved" is said once it has held
 * for a moment, anything else at once.
 */
export function makeSteadySaved({ saved, subscribe }: Pick<Session, 'saved' | 'subscribe'>): SteadySaved {
  let shown = saved()
  return {
    get: () => shown,
    subscribe(listener) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const show = () => {
        const now = saved()
        if (now === shown) return
        shown = now
        listener()
      }
      const hear = () => {
        clearTimeout(timer)
        if (shown === 'saving' && saved() === 'saved') timer = setTimeout(show, settling)
        else show()
      }
      hear()
      const stop = subscribe(hear)
      return () => {
        clearTimeout(timer)
        stop()
      }
    },
  }
}

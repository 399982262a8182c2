import type { Scheduler } from '../scheduler.ts'

/** Time that stands still until a test moves it. */
export interface HandScheduler extends Scheduler {
  /** Runs what is due now, and what that makes due, until nothing is left. */
  settle(): Promise<void>
  /** Moves time on, running timers in order. */
  advance(milliseconds: number): Promise<void>
  /** Pretends that the processor worked for so long; time stands still meanwhile. */
  work(milliseconds: number): void
}

/** Makes a clock for tests that starts at `start` milliseconds since 1970. */
export function makeHandScheduler(start = 1_700_000_000_000): HandScheduler {
  let now = start
  let used = 0
  let deferred: (() => void)[] = []
  const timers = new Map<object, { readonly at: number; readonly task: () => void }>()

  const drainMicrotasks = () => new Promise<void>((resolve) => setImmediate(resolve))

  async function settle(): Promise<void> {
    await drainMicrotasks()
    while (deferred.length > 0) {
      const tasks = deferred
      deferred = []
      for (const task of tasks) task()
      await drainMicrotasks()
    }
  }

  return {
    now: () => now,
    used: () => used,
    work(milliseconds) {
      used += milliseconds
    },
    defer: (task) => void deferred.push(task),
    after(milliseconds, task) {
      const timer = {}
      timers.set(timer, { at: now + milliseconds, task })
      return () => void timers.delete(timer)
    },
    settle,
    async advance(milliseconds) {
      const until = now + milliseconds
      await settle()
      for (;;) {
        const due = [...timers].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at)[0]
        if (due === undefined) break
        timers.delete(due[0])
        now = Math.max(now, due[1].at)
        due[1].task()
        await settle()
      }
      now = until
    },
  }
}

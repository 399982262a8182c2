/** Time as a room sees it; tests give one that they move by hand. */
export interface Scheduler {
  /** Milliseconds since 1970. */
  now(): number
  /** Runs `task` soon, after what has arrived already. */
  defer(task: () => void): void
  /** Runs `task` after so many milliseconds; gives the function that calls it off. */
  after(milliseconds: number, task: () => void): () => void
}

/** Time as the process has it. */
export const systemScheduler: Scheduler = {
  now: () => Date.now(),
  defer: (task) => void setImmediate(task),
  after(milliseconds, task) {
    const timer = setTimeout(task, milliseconds)
    return () => clearTimeout(timer)
  },
}

/** Time as a room sees it; tests give one that they move by hand. */
export interface Scheduler {
  /** Milliseconds since 1970. */
  now(): number
  /** Milliseconds of processor time that this thread has used. */
  used(): number
  /** Runs `task` soon, after what has arrived already. */
  defer(task: () => void): void
  /** Runs `task` after so many milliseconds; gives the function that calls it off. */
  after(milliseconds: number, task: () => void): () => void
}

/** Time as the process has it. */
export const systemScheduler: Scheduler = {
  now: () => Date.now(),
  used() {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1_000
  },
  defer: (task) => void setImmediate(task),
  after(milliseconds, task) {
    const timer = setTimeout(task, milliseconds)
    return () => clearTimeout(timer)
  },
}

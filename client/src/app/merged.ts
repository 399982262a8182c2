/** Something that is asked for often and done seldom. */
export interface Merged {
  /** Has it done soon. */
  readonly ask: () => void
  /** Has it done no more. */
  readonly stop: () => void
}

/**
 * Does a task once for all who ask within `pause` milliseconds, never twice at a time: whoever asks while it is being done
 * has it done again afterwards. The task deals with its own failures.
 */
export function merged(task: () => Promise<void>, pause: number): Merged {
  let timer: ReturnType<typeof setTimeout> | null = null
  let isRunning = false
  let isWanted = false
  let isStopped = false
  const ask = () => {
    if (isStopped || timer !== null) return
    if (isRunning) isWanted = true
    else timer = setTimeout(run, pause)
  }
  const run = async () => {
    timer = null
    isRunning = true
    await task()
    isRunning = false
    if (!isWanted) return
    isWanted = false
    ask()
  }
  return {
    ask,
    stop() {
      isStopped = true
      if (timer !== null) clearTimeout(timer)
    },
  }
}

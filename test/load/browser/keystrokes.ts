import type { Page } from 'playwright-core'

/** What one keystroke cost, in milliseconds. */
interface Keystroke {
  /** Work on the page's only thread: what the key waited for, its handlers, and rendering the frame. */
  readonly work: number
  /** From the key going down to the end of the frame that shows it, the wait for the display included. */
  readonly shown: number
}

interface Recording {
  readonly keystrokes: Keystroke[]
  /** Tasks of 50 ms and more that ran meanwhile. */
  readonly long: number[]
}

/** Runs in the page: measures each key from its time stamp, which the browser gives before the page is asked. */
const record = (): void => {
  const recording: Recording = { keystrokes: [], long: [] }
  Object.assign(window, { recording })
  const soon = (task: () => void): void => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = task
    port2.postMessage(null)
  }
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) recording.long.push(duration)
  }).observe({ type: 'longtask' })
  document.addEventListener(
    'keydown',
    (event) => {
      let handled = 0
      soon(() => {
        handled = performance.now()
      })
      requestAnimationFrame(() => {
        const began = performance.now()
        soon(() => {
          const ended = performance.now()
          const work = (handled || began) - event.timeStamp + ended - began
          recording.keystrokes.push({ work, shown: ended - event.timeStamp })
        })
      })
    },
    { capture: true },
  )
}

const sentence = 'access is reviewed each month and logged '
const pace = 60

/** Types so many letters where the caret is, evenly at about 1,000 a minute, and answers what each cost. */
export const typeKeys = async (page: Page, count: number): Promise<Recording> => {
  await page.evaluate(record)
  for (let index = 0; index < count; index += 1) {
    const due = performance.now() + pace
    await page.keyboard.press(
      sentence[index % sentence.length] === ' ' ? 'Space' : (sentence[index % sentence.length] ?? 'a'),
    )
    await page.waitForTimeout(Math.max(0, due - performance.now()))
  }
  const done = await page.waitForFunction((expected) => {
    const { recording } = window as unknown as { recording: Recording }
    return recording.keystrokes.length >= expected && recording
  }, count)
  const recording = await done.jsonValue()
  if (!recording) throw new Error('expected a recording')
  return recording
}

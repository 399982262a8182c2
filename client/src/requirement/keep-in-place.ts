import { flushSync } from 'react-dom'

/**
 * Makes a change that may alter the height of what stands above an element, and scrolls so that the element stays under
 * the pointer. Answers by how many pixels it still moved down (negative: up), where the page could not be scrolled so far.
 */
export function keepInPlace(element: Element | null | undefined, change: () => void): number {
  const before = element?.getBoundingClientRect().top ?? 0
  flushSync(change)
  const moved = (element?.getBoundingClientRect().top ?? 0) - before
  if (moved === 0) return 0
  window.scrollBy({ top: moved, behavior: 'instant' })
  return (element?.getBoundingClientRect().top ?? 0) - before
}

import { type RefObject, useEffect, useState } from 'react'

/**
 * Whether an element is on the screen or almost, while that is asked; false at other times. Every observer costs the
 * browser something in every frame, and a document has thousands of cards.
 */
export function useIsNear(element: RefObject<Element | null>, isAsked: boolean): boolean {
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    const own = element.current
    if (!isAsked || !own) return
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), {
      rootMargin: '200px',
    })
    observer.observe(own)
    return () => {
      observer.disconnect()
      setNear(false)
    }
  }, [element, isAsked])
  return isNear
}

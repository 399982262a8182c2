import { useEffect } from 'react'
import { useLocation } from 'react-router'

/** Brings the element that the address names into view, once it is there: contents come after the page itself. */
export function useLinkedPlace(): void {
  const { hash, key } = useLocation()
  useEffect(() => {
    if (hash !== '') document.querySelector(`#${CSS.escape(hash.slice(1))}`)?.scrollIntoView()
  }, [hash, key])
}

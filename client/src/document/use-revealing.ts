import { useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Reveal } from './reveal.ts'

/** Brings cards into view; renders the whole document first where the card asked for does not stand yet. */
export function useRevealing(): { readonly isWhole: boolean; readonly reveal: Reveal } {
  const [isWhole, setWhole] = useState(false)
  const reveal = useCallback<Reveal>((elementId) => {
    if (!document.getElementById(elementId)) flushSync(() => setWhole(true))
    document.getElementById(elementId)?.scrollIntoView({ block: 'start' })
  }, [])
  return { isWhole, reveal }
}

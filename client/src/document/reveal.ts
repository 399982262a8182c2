import { createContext, useContext } from 'react'

/** Brings the card with this element id to the top of the page, even where it was not rendered yet. */
export type Reveal = (elementId: string) => void

/** Gives `Reveal` to the panels beside the document. */
export const RevealContext = createContext<Reveal | null>(null)

/** How a panel brings a card into view; a bug where there is no document beside it. */
export function useReveal(): Reveal {
  const reveal = useContext(RevealContext)
  if (!reveal) throw new Error('expected a RevealContext above')
  return reveal
}

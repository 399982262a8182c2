import type { RequirementId, SectionId } from '@parley/model'
import { useCallback } from 'react'
import { useReveal } from '../document/reveal.ts'
import { type CardId, useSelection } from '../document/selection.ts'
import { useDocumentStore } from '../document/use-document.ts'
import { formatNumber } from '../requirement/format-number.ts'

/** Selects a card and brings it into view. */
export function useGoTo(): (card: CardId) => void {
  const store = useDocumentStore()
  const selection = useSelection()
  const reveal = useReveal()
  return useCallback(
    (card) => {
      const requirement = store.requirement(card as RequirementId)
      selection.select(card)
      reveal(requirement ? formatNumber(requirement.number) : (card as SectionId))
    },
    [store, selection, reveal],
  )
}

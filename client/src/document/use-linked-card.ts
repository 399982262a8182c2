import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { formatNumber } from '../requirement/format-number.ts'
import type { Reveal } from './reveal.ts'
import { useSelection } from './selection.ts'
import { useDocumentStore } from './use-document.ts'

/** Goes to the card that the address names (`#R-17`, or a section's id), also where it does not stand yet. */
export function useLinkedCard(reveal: Reveal): void {
  const { hash, key } = useLocation()
  const store = useDocumentStore()
  const selection = useSelection()
  useEffect(() => {
    // reason: the same address may be gone to twice, each time with another key
    void key
    const name = decodeURIComponent(hash.slice(1))
    const card = store.outline().find((row) => {
      const requirement = row.kind === 'requirement' ? store.requirement(row.id) : undefined
      return requirement ? formatNumber(requirement.number) === name : row.id === name
    })
    if (!card) return
    selection.select(card.id)
    reveal(name)
  }, [hash, key, store, selection, reveal])
}

import type { KeyboardEvent } from 'react'
import { useWords } from '../app/words.tsx'
import { type CardId, useSelection } from '../document/selection.ts'
import classes from './card.module.css'

interface CardHandleProps {
  readonly card: CardId
  readonly elementId: string
  /** What stands in the margin; a section's mark appears only under the pointer or the focus. */
  readonly words: string
  readonly label: string
  readonly isQuiet: boolean
}

/** The mark in a card's margin: a link to it, and the place from which the keyboard works on it. */
export function CardHandle({ card, elementId, words, label, isQuiet }: CardHandleProps) {
  const t = useWords('requirement')
  const selection = useSelection()
  const onKeyDown = (event: KeyboardEvent<HTMLAnchorElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    switch (event.key) {
      case 'Enter':
      case 'F2':
        event.preventDefault()
        return selection.edit(card, { at: 'end' })
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault()
        return focusNeighbour(event.currentTarget, event.key === 'ArrowDown' ? 1 : -1)
      default:
        return
    }
  }
  return (
    <a
      className={classes.number}
      data-handle
      data-quiet={isQuiet || undefined}
      href={`#${elementId}`}
      title={t('handle')}
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      {words}
    </a>
  )
}

function focusNeighbour(handle: HTMLElement, step: 1 | -1): void {
  const handles = [...document.querySelectorAll<HTMLElement>('[data-handle]')]
  handles[handles.indexOf(handle) + step]?.focus()
}

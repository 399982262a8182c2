import { type ReactNode, useRef } from 'react'
import { type CardId, useSelection } from '../document/selection.ts'
import classes from './card.module.css'
import { keepInPlace } from './keep-in-place.ts'

interface CardProps {
  readonly card: CardId
  readonly kind: 'requirement' | 'section'
  /** The element's id, to which links and the outline lead. */
  readonly elementId: string
  readonly depth: number
  readonly state: 'quiet' | 'selected' | 'edited'
  readonly withdrawn: boolean
  readonly label: string
  readonly children: ReactNode
}

/** The frame of a section or requirement; working on anything inside selects it. */
export function Card({ card, kind, elementId, depth, state, withdrawn, label, children }: CardProps) {
  const selection = useSelection()
  const element = useRef<HTMLElement>(null)
  // The card that was selected before gives up its extra lines: what was clicked must not move under the pointer.
  const select = () => {
    if (selection.selected() !== card) keepInPlace(element.current, () => selection.select(card))
  }
  return (
    <article
      ref={element}
      id={elementId}
      className={`${classes.card} ${kind === 'section' ? classes.section : ''}`}
      data-card={kind}
      data-depth={Math.min(depth, 2)}
      data-state={state}
      data-withdrawn={withdrawn || undefined}
      aria-label={label}
      onFocus={(event) => {
        // A mouse selects when it is released: until then nothing may move away from under it.
        if (event.target.matches(':focus-visible')) select()
      }}
      onPointerUp={select}
    >
      {children}
    </article>
  )
}

import type { SectionId } from '@parley/model'
import { memo } from 'react'
import { useCardState, useSelection } from '../document/selection.ts'
import { useSection } from '../document/use-document.ts'
import classes from './card.module.css'
import { CardText } from './card-text.tsx'
import { noChips } from './use-chips.ts'

interface SectionCardProps {
  readonly id: SectionId
  readonly depth: number
  readonly withdrawn: boolean
}

/** A section's title and introduction. */
export const SectionCard = memo(function SectionCard({ id, depth, withdrawn }: SectionCardProps) {
  const section = useSection(id)
  const selection = useSelection()
  const state = useCardState(id)
  if (!section) return null
  return (
    <section
      id={id}
      className={`${classes.card} ${classes.section}`}
      data-card="section"
      data-depth={Math.min(depth, 2)}
      data-state={state}
      data-withdrawn={withdrawn || undefined}
      onFocus={() => selection.select(id)}
      onPointerDown={() => selection.select(id)}
    >
      <span />
      <div className={classes.body}>
        <CardText
          card={id}
          text={section.text}
          chips={noChips}
          withdrawn={withdrawn}
          state={state}
          headingOffset={1}
        />
      </div>
    </section>
  )
})

import { titleOf } from '@parley/document'
import type { SectionId } from '@parley/model'
import { memo } from 'react'
import { useCardState } from '../document/selection.ts'
import { useText } from '../document/use-document.ts'
import classes from './card.module.css'
import { Card } from './card.tsx'
import { CardHandle } from './card-handle.tsx'
import { CardText } from './card-text.tsx'
import { noChips } from './use-chips.ts'

const none: readonly never[] = []

interface SectionCardProps {
  readonly id: SectionId
  readonly depth: number
  readonly withdrawn: boolean
}

/** A section's title and introduction. */
export const SectionCard = memo(function SectionCard({ id, depth, withdrawn }: SectionCardProps) {
  const text = useText(id)
  const state = useCardState(id)
  if (!text) return null
  const title = titleOf(text.content)
  return (
    <Card
      card={id}
      kind="section"
      elementId={id}
      depth={depth}
      state={state}
      withdrawn={withdrawn}
      label={title}
    >
      <CardHandle card={id} elementId={id} words="§" label={title} isQuiet />
      <div className={classes.body}>
        <CardText
          card={id}
          text={text}
          parameters={none}
          chips={noChips}
          withdrawn={withdrawn}
          state={state}
          headingOffset={1}
        />
      </div>
    </Card>
  )
})

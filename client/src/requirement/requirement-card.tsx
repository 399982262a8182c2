import type { RequirementId } from '@parley/model'
import { memo } from 'react'
import { useWords } from '../app/words.tsx'
import { useCardState } from '../document/selection.ts'
import { useFacts, useText } from '../document/use-document.ts'
import { PositionsBox } from '../position/positions-box.tsx'
import classes from './card.module.css'
import { Card } from './card.tsx'
import { CardHandle } from './card-handle.tsx'
import { CardText } from './card-text.tsx'
import { FieldsLine } from './fields-line.tsx'
import { formatNumber } from './format-number.ts'
import { useChips } from './use-chips.ts'

interface RequirementCardProps {
  readonly id: RequirementId
  /** How deep it stands below other requirements, 0 for none. */
  readonly depth: number
  /** Whether it, or what it stands in, is withdrawn. */
  readonly withdrawn: boolean
}

/** One requirement as it is read: number in the margin, title and statement, fields as one quiet line. */
export const RequirementCard = memo(function RequirementCard({ id, depth, withdrawn }: RequirementCardProps) {
  const facts = useFacts(id)
  const text = useText(id)
  const state = useCardState(id)
  const t = useWords('requirement')
  const chips = useChips(facts?.parameters)
  if (!facts || !text) return null
  const number = formatNumber(facts.number)
  const isSelected = state !== 'quiet'
  return (
    <Card
      card={id}
      kind="requirement"
      elementId={number}
      depth={depth}
      state={state}
      withdrawn={withdrawn}
      label={t('card', { number })}
    >
      <CardHandle card={id} elementId={number} words={number} label={number} isQuiet={false} />
      <div className={classes.body}>
        <CardText
          card={id}
          text={text}
          parameters={facts.parameters}
          chips={chips}
          withdrawn={withdrawn}
          state={state}
          headingOffset={2}
        />
        <FieldsLine facts={facts} withdrawn={withdrawn} isSelected={isSelected} />
        <PositionsBox facts={facts} withdrawn={withdrawn} isSelected={isSelected} />
      </div>
    </Card>
  )
})

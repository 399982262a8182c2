import type { RequirementId } from '@parley/model'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useCardState, useSelection } from '../document/selection.ts'
import { useRequirement } from '../document/use-document.ts'
import { PositionsBox } from '../position/positions-box.tsx'
import classes from './card.module.css'
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
  const requirement = useRequirement(id)
  const selection = useSelection()
  const state = useCardState(id)
  const { t } = useTranslation('requirement')
  const chips = useChips(requirement)
  if (!requirement) return null
  const number = formatNumber(requirement.number)
  return (
    <article
      id={number}
      className={classes.card}
      data-card="requirement"
      data-depth={Math.min(depth, 2)}
      data-state={state}
      data-withdrawn={withdrawn || undefined}
      aria-label={t('card', { number })}
      onFocus={() => selection.select(id)}
      onPointerDown={() => selection.select(id)}
    >
      <a className={classes.number} href={`#${number}`} aria-current={state === 'quiet' ? undefined : 'true'}>
        {number}
      </a>
      <div className={classes.body}>
        <CardText
          card={id}
          text={requirement.text}
          chips={chips}
          withdrawn={withdrawn}
          state={state}
          headingOffset={2}
        />
        <FieldsLine requirement={requirement} withdrawn={withdrawn} isSelected={state !== 'quiet'} />
        <PositionsBox requirement={requirement} withdrawn={withdrawn} isSelected={state !== 'quiet'} />
      </div>
    </article>
  )
})

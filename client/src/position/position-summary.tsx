import type { PositionState } from '@parley/model'
import type { PartyBadge } from '@parley/protocol'
import { IconCircleCheck, IconX } from '@tabler/icons-react'
import { useWords } from '../app/words.tsx'
import { StateWord } from '../ui/state-word.tsx'
import classes from './positions-box.module.css'

interface PositionSummaryProps {
  readonly states: readonly { readonly party: PartyBadge; readonly state: PositionState }[]
  readonly isSettled: boolean
}

/** Only what matters at a glance: agreed by both, or who does not agree. */
export function PositionSummary({ states, isSettled }: PositionSummaryProps) {
  const t = useWords('position')
  if (isSettled) {
    return (
      <div className={classes.summary}>
        <StateWord icon={IconCircleCheck} tone="agreed">
          {t('agreedByBoth')}
        </StateWord>
      </div>
    )
  }
  const against = states.filter(({ state }) => state === 'not-agreed')
  if (against.length === 0) return null
  return (
    <div className={classes.summary}>
      {against.map(({ party }) => (
        <StateWord key={party.id} icon={IconX} tone="bad">
          {t('against', { name: party.organisation.name })}
        </StateWord>
      ))}
    </div>
  )
}

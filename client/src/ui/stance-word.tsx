import type { PositionState } from '@parley/model'
import {
  IconCircle,
  IconCircleCheck,
  IconCircleHalf2,
  IconCircleX,
  IconRefreshAlert,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type StateTone, StateWord } from './state-word.tsx'

const looks: Record<PositionState, { readonly icon: typeof IconCircle; readonly tone: StateTone }> = {
  open: { icon: IconCircle, tone: 'quiet' },
  agreed: { icon: IconCircleCheck, tone: 'agreed' },
  'agreed-with-reservation': { icon: IconCircleHalf2, tone: 'warn' },
  'not-agreed': { icon: IconCircleX, tone: 'bad' },
  outdated: { icon: IconRefreshAlert, tone: 'warn' },
}

/** Where a party stands, as a word with an icon. */
export function StanceWord({ state }: { readonly state: PositionState }) {
  const { t } = useTranslation('words')
  const { icon, tone } = looks[state]
  return (
    <StateWord icon={icon} tone={tone}>
      {t(`stance.${state}`)}
    </StateWord>
  )
}

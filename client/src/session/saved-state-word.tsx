import {
  IconAlertTriangle,
  IconCloudCheck,
  IconCloudOff,
  IconCloudUp,
  IconDatabaseOff,
  IconPlugConnectedX,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type StateTone, StateWord } from '../ui/state-word.tsx'
import type { SessionSaved } from './session.ts'
import { useSessionSaved } from './use-session.ts'

const looks: Record<SessionSaved, { readonly icon: typeof IconCloudCheck; readonly tone: StateTone }> = {
  saved: { icon: IconCloudCheck, tone: 'agreed' },
  saving: { icon: IconCloudUp, tone: 'quiet' },
  offline: { icon: IconCloudOff, tone: 'warn' },
  'not-saving': { icon: IconDatabaseOff, tone: 'bad' },
  refused: { icon: IconAlertTriangle, tone: 'warn' },
  ended: { icon: IconPlugConnectedX, tone: 'bad' },
}

/** The truth about what was typed: "saved" means committed on the server. */
export function SavedState() {
  const { t } = useTranslation('session')
  const saved = useSessionSaved()
  const { icon, tone } = looks[saved]
  return (
    <span role="status" title={t(`meaning.${saved}`)} data-saved={saved}>
      <StateWord icon={icon} tone={tone}>
        {t(saved)}
      </StateWord>
    </span>
  )
}

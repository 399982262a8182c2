import type { SnapshotKind } from '@parley/model'
import { IconCircleCheck, IconFileText, IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type StateTone, StateWord } from '../ui/state-word.tsx'

const looks: Record<SnapshotKind, { readonly icon: typeof IconSend; readonly tone: StateTone }> = {
  published: { icon: IconSend, tone: 'quiet' },
  working: { icon: IconFileText, tone: 'quiet' },
  agreed: { icon: IconCircleCheck, tone: 'agreed' },
}

/** What a snapshot is, as a word with an icon. */
export function SnapshotKindWord({ kind }: { readonly kind: SnapshotKind }) {
  const { t } = useTranslation('words')
  const { icon, tone } = looks[kind]
  return (
    <StateWord icon={icon} tone={tone}>
      {t(`snapshotKind.${kind}`)}
    </StateWord>
  )
}

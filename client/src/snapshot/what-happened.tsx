import type { RequirementChange } from '@parley/protocol'
import {
  IconArrowBackUp,
  IconArrowsMove,
  IconEdit,
  IconForms,
  IconListDetails,
  IconPlus,
  IconScale,
  IconTrash,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type StateTone, StateWord } from '../ui/state-word.tsx'
import type { ChangeKind } from './change-kinds.ts'
import classes from './comparison.module.css'

const looks: Record<ChangeKind, { readonly icon: typeof IconPlus; readonly tone: StateTone }> = {
  added: { icon: IconPlus, tone: 'agreed' },
  withdrawn: { icon: IconTrash, tone: 'bad' },
  restored: { icon: IconArrowBackUp, tone: 'agreed' },
  moved: { icon: IconArrowsMove, tone: 'quiet' },
  text: { icon: IconEdit, tone: 'quiet' },
  fields: { icon: IconListDetails, tone: 'quiet' },
  blanks: { icon: IconForms, tone: 'quiet' },
  positions: { icon: IconScale, tone: 'quiet' },
}

/** What happened, as words with icons. */
export function WhatHappened({ kinds }: { readonly kinds: readonly ChangeKind[] }) {
  const { t } = useTranslation('snapshot')
  return (
    <div className={classes.what}>
      {kinds.map((kind) => (
        <StateWord key={kind} icon={looks[kind].icon} tone={looks[kind].tone}>
          {t(`compare.kind.${kind}`)}
        </StateWord>
      ))}
    </div>
  )
}

/** Where something stood and where it stands. */
export function Moved({ moved }: Pick<RequirementChange, 'moved'>) {
  const { t } = useTranslation('snapshot')
  if (!moved) return null
  const place = (path: readonly string[]) => (path.length === 0 ? t('compare.top') : path.join(' › '))
  const before = place(moved.before)
  const after = place(moved.after)
  return (
    <p className={classes.moved}>
      {before === after
        ? t('compare.movedWithin', { place: after })
        : t('compare.movedFrom', { before, after })}
    </p>
  )
}

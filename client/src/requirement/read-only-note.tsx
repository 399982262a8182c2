import type { PolicyReason } from '@parley/protocol'
import { IconLock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { StateWord } from '../ui/state-word.tsx'
import classes from './card.module.css'

/** Says why the words of a card can't be changed. */
export function ReadOnlyNote({ reason }: { readonly reason: PolicyReason }) {
  const { t } = useTranslation('requirement')
  return (
    <div className={classes.meta} role="status">
      <StateWord icon={IconLock}>{t(`readOnly.${reason}`)}</StateWord>
    </div>
  )
}

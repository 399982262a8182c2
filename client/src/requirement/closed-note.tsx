import { Button } from '@mantine/core'
import type { CloseReason } from '@parley/protocol'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './refused-note.module.css'

const wordsOf = (reason: CloseReason) => {
  switch (reason) {
    case 'outdated':
    case 'not-found':
    case 'refused':
    case 'frame-too-large':
      return reason
    default:
      return 'other'
  }
}

/** Says why a text is connected no more and will not be by itself, and what helps. */
export function ClosedNote({ reason }: { readonly reason: CloseReason }) {
  const { t } = useTranslation(['requirement', 'common'])
  return (
    <div className={classes.note} role="status">
      <strong>
        <IconPlugConnectedX size={15} aria-hidden="true" /> {t('closed.title')}
      </strong>
      <p>{t(`closed.${wordsOf(reason)}`)}</p>
      {reason !== 'not-found' && (
        <Button size="compact-sm" variant="default" onClick={() => window.location.reload()}>
          {t('common:error.reload')}
        </Button>
      )}
    </div>
  )
}

import { Button } from '@mantine/core'
import type { CloseReason } from '@parley/protocol'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { closeNote } from './close-note.ts'
import classes from './refused-note.module.css'

/** Says why a text is not connected, for good or for now, and what helps. */
export function ClosedNote({ reason }: { readonly reason: CloseReason }) {
  const { t } = useTranslation(['requirement', 'common'])
  const note = closeNote(reason)
  if (note === null) return null
  return (
    <div className={classes.note} role="status">
      <strong>
        <IconPlugConnectedX size={15} aria-hidden="true" /> {t(`${note.type}.title`)}
      </strong>
      <p>{note.type === 'closed' ? t(`closed.${note.key}`) : t(`waiting.${note.key}`)}</p>
      {note.type === 'closed' && note.key !== 'not-found' && (
        <Button size="compact-sm" variant="default" onClick={() => window.location.reload()}>
          {t('common:error.reload')}
        </Button>
      )}
    </div>
  )
}

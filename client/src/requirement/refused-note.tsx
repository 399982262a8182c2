import { Button, CopyButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { RefusedText } from '../session/refused-text.ts'
import classes from './refused-note.module.css'

interface RefusedNoteProps {
  readonly refused: RefusedText
  readonly onDone: () => void
}

/** What the server did not take stays with its writer, who is told why and can take it further. */
export function RefusedNote({ refused, onDone }: RefusedNoteProps) {
  const { t } = useTranslation(['requirement', 'common'])
  return (
    <div className={classes.note} role="alert">
      <strong>
        <IconAlertTriangle size={15} aria-hidden="true" /> {t('refused.title')}
      </strong>
      <p>{t(`refused.${refused.code}`)}</p>
      {refused.words !== '' && <blockquote>{refused.words}</blockquote>}
      <div className={classes.buttons}>
        {refused.words !== '' && (
          <CopyButton value={refused.words}>
            {({ copied, copy }) => (
              <Button size="compact-sm" variant="default" onClick={copy}>
                {copied ? t('common:copied') : t('common:copy')}
              </Button>
            )}
          </CopyButton>
        )}
        <Button size="compact-sm" variant="subtle" onClick={onDone}>
          {t('refused.dismiss')}
        </Button>
      </div>
    </div>
  )
}

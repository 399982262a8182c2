import { Button } from '@mantine/core'
import { plainText } from '@parley/document'
import type { TextId } from '@parley/model'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CardId } from '../document/selection.ts'
import type { RefusedText } from '../session/refused-text.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { CopyWords } from './copy-words.tsx'
import classes from './refused-note.module.css'
import { useKeepPrivately } from './use-keep-privately.ts'

interface RefusedNoteProps {
  readonly card: CardId
  readonly text: TextId
  readonly refused: RefusedText
  /** Puts words where the caret is; `null` while the text is not being written. */
  readonly onInsert: ((words: string) => void) | null
  /** Whether the text could be written if it were clicked. */
  readonly isWritable: boolean
  readonly onDone: () => void
}

/** What the server did not take stays with its writer, who is told why and can take it further. */
export function RefusedNote({ card, text, refused, onInsert, isWritable, onDone }: RefusedNoteProps) {
  const { t } = useTranslation(['requirement', 'common'])
  const { words } = refused
  const keeping = useKeepPrivately(card, text, words, onDone)
  return (
    <div className={classes.note} role="alert">
      <strong>
        <IconAlertTriangle size={15} aria-hidden="true" /> {t('refused.title')}
      </strong>
      <p>{t(`refused.${refused.code}`)}</p>
      {words !== '' && <blockquote>{words}</blockquote>}
      {words !== '' && isWritable && onInsert === null && <p>{t('refused.insertHint')}</p>}
      <ErrorNote error={keeping.error} />
      <div className={classes.buttons}>
        {words !== '' && onInsert && (
          <Button
            size="compact-sm"
            variant="default"
            // reason: the caret must stay where it is
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => {
              onInsert(words)
              onDone()
            }}
          >
            {t('refused.insert')}
          </Button>
        )}
        {words !== '' && (
          <Button size="compact-sm" variant="default" loading={keeping.isPending} onClick={keeping.keep}>
            {keeping.place === 'thread'
              ? t('refused.keepInThread', { name: keeping.party })
              : t('refused.keepHere')}
          </Button>
        )}
        {words !== '' && <CopyWords words={words} label={t('common:copy')} />}
        <CopyWords words={plainText(refused.content)} label={t('refused.copyAll')} />
        <Button size="compact-sm" variant="subtle" onClick={onDone}>
          {t('refused.dismiss')}
        </Button>
      </div>
    </div>
  )
}

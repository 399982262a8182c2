import { Button } from '@mantine/core'
import type { TextId } from '@parley/model'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CopyWords } from './copy-words.tsx'
import classes from './refused-note.module.css'
import { keptWords, useKeptWords } from './use-kept-words.ts'

/** Words that their writer keeps on this device beside the text. */
export function KeptWordsNotes({ text }: { readonly text: TextId }) {
  return useKeptWords(text).map((words) => <KeptWordsNote key={words} text={text} words={words} />)
}

function KeptWordsNote({ text, words }: { readonly text: TextId; readonly words: string }) {
  const { t } = useTranslation(['requirement', 'common'])
  return (
    <div className={classes.note}>
      <strong>
        <IconDeviceFloppy size={15} aria-hidden="true" /> {t('kept.title')}
      </strong>
      <blockquote>{words}</blockquote>
      <div className={classes.buttons}>
        <CopyWords words={words} label={t('common:copy')} />
        <Button size="compact-sm" variant="subtle" onClick={() => keptWords().remove(text, words)}>
          {t('common:remove')}
        </Button>
      </div>
    </div>
  )
}

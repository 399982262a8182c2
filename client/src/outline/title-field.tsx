import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './outline-panel.module.css'

interface TitleFieldProps {
  readonly title: string
  /** The new title, or `null` where it stays. */
  readonly onDone: (title: string | null) => void
}

/** A title being rewritten in its line: Enter keeps, Escape forgets, leaving keeps. */
export function TitleField({ title, onDone }: TitleFieldProps) {
  const { t } = useTranslation('outline')
  const [words, setWords] = useState(title)
  return (
    <TextInput
      className={classes.rename ?? ''}
      size="xs"
      value={words}
      maxLength={500}
      aria-label={t('rename')}
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onClick={(event) => event.stopPropagation()}
      onChange={(event) => setWords(event.currentTarget.value)}
      onBlur={() => onDone(words.trim())}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') onDone(null)
      }}
    />
  )
}

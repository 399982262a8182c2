import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError } from '../app/problem-error.ts'
import classes from './error-note.module.css'
import { useErrorWords } from './use-error-words.ts'

/** Whether the same request may go well another time; what was refused for good will be refused again. */
const canPass = (error: unknown) =>
  !(error instanceof ProblemError) || error.problem.status >= 500 || error.problem.status === 429

interface ErrorNoteProps {
  /** What went wrong; nothing is shown for `null`. */
  readonly error: unknown
  readonly onRetry?: () => void
  /** Scrolls the note into view when it appears, for forms longer than the screen. */
  readonly reveal?: boolean
}

/** Says in the reader's language what went wrong and what to do, where it went wrong. */
export function ErrorNote({ error, onRetry, reveal = false }: ErrorNoteProps) {
  const { t } = useTranslation()
  const words = useErrorWords()
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error && reveal) note.current?.scrollIntoView({ block: 'nearest' })
  }, [error, reveal])
  if (!error) return null
  const { title, detail } = words(error)
  return (
    <div ref={note} role="alert" className={classes.note}>
      <IconAlertTriangle size={18} aria-hidden="true" />
      <div className={classes.words}>
        {title && <strong>{title}</strong>}
        <span>{detail}</span>
      </div>
      {onRetry && canPass(error) && (
        <Button size="xs" variant="default" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  )
}

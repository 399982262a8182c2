import { Button, Group, Stack } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from './dialog.tsx'
import { ErrorNote } from './error-note.tsx'

// What takes something away is not done by a stray Enter.
const focusFirst = { 'data-autofocus': true }

interface ConfirmDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
  readonly title: string
  /** The verb of the button that does it, e.g. "Remove". */
  readonly action: string
  /** Whether it takes something away. */
  readonly isDanger?: boolean
  readonly isPending?: boolean
  readonly error?: unknown
  readonly children: ReactNode
}

/** Explains what is about to happen and asks; closes by Escape, keeps open what failed. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { t } = useTranslation()
  const { opened, onClose, onConfirm, title, action, isDanger, isPending = false, error, children } = props
  return (
    <Dialog opened={opened} onClose={onClose} title={title} closesOutside>
      <Stack>
        <div>{children}</div>
        <ErrorNote error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose} {...(isDanger && focusFirst)}>
            {t('cancel')}
          </Button>
          <Button onClick={onConfirm} loading={isPending} {...(isDanger ? { color: 'bad' } : focusFirst)}>
            {action}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './dialog.module.css'

interface DialogProps {
  readonly opened: boolean
  /** Without it the dialog cannot be left but by what it asks for. */
  readonly onClose?: () => void
  readonly title: string
  /** Whether a click beside it closes it; not where something typed would be lost. */
  readonly closesOutside?: boolean
  readonly size?: 'sm' | 'md' | 'lg' | 'xl'
  readonly children: ReactNode
}

/** A question or a small form over the page; takes the focus and gives it back. */
export function Dialog({
  opened,
  onClose,
  title,
  closesOutside = false,
  size = 'md',
  children,
}: DialogProps) {
  const { t } = useTranslation()
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose ?? (() => {})}
      closeOnClickOutside={closesOutside}
      closeOnEscape={onClose !== undefined}
      size={size}
      padding="lg"
      centered
      classNames={{ content: classes.dialog, overlay: classes.overlay, title: classes.title }}
    >
      <Modal.Overlay backgroundOpacity={1} />
      <Modal.Content>
        {/* A header outside of main would count as the page's banner. */}
        <Modal.Header role="presentation">
          <Modal.Title>{title}</Modal.Title>
          {onClose && <Modal.CloseButton aria-label={t('close')} />}
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

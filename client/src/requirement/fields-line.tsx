import { Popover, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { RequirementView } from '@parley/protocol'
import { IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './card.module.css'
import { FieldsForm } from './fields-form.tsx'
import { useFieldWordsOf } from './use-field-words-of.ts'
import { useReadOnly } from './use-read-only.ts'

interface FieldsLineProps {
  readonly requirement: RequirementView
  readonly withdrawn: boolean
  readonly isSelected: boolean
}

/** The fields of a requirement as one quiet line; on the selected card they can be changed from it. */
export function FieldsLine({ requirement, withdrawn, isSelected }: FieldsLineProps) {
  const { t } = useTranslation('requirement')
  const [isOpen, form] = useDisclosure(false)
  const readOnly = useReadOnly(withdrawn)
  const words = useFieldWordsOf(requirement, withdrawn, isSelected)
  const isChangeable = isSelected && readOnly === null
  if (words.length === 0 && !isChangeable) return null
  return (
    <div className={classes.meta}>
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
      {isChangeable && (
        <Popover
          opened={isOpen}
          onDismiss={form.close}
          trapFocus
          width={420}
          withArrow
          position="bottom-start"
        >
          <Popover.Target>
            <UnstyledButton className={classes.quietButton} aria-expanded={isOpen} onClick={form.toggle}>
              <IconPencil size={13} aria-hidden="true" /> {t('changeFields')}
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown>
            <FieldsForm requirement={requirement} onDone={form.close} />
          </Popover.Dropdown>
        </Popover>
      )}
    </div>
  )
}

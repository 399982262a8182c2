import { Popover, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPencil } from '@tabler/icons-react'
import { memo } from 'react'
import { useWords } from '../app/words.tsx'
import type { RequirementFacts } from '../document/facts.ts'
import classes from './card.module.css'
import { FieldsForm } from './fields-form.tsx'
import { useFieldWordsOf } from './use-field-words-of.ts'
import { useReadOnly } from './use-read-only.ts'

interface FieldsLineProps {
  readonly facts: RequirementFacts
  readonly withdrawn: boolean
  readonly isSelected: boolean
}

/** The fields of a requirement as one quiet line; on the selected card they can be changed from it. */
export const FieldsLine = memo(function FieldsLine({ facts, withdrawn, isSelected }: FieldsLineProps) {
  const readOnly = useReadOnly(withdrawn)
  const words = useFieldWordsOf(facts, withdrawn, isSelected)
  const isChangeable = isSelected && readOnly === null
  if (words.length === 0 && !isChangeable) return null
  return (
    <div className={classes.meta}>
      {words.map((word) => (
        <span key={word}>{word}</span>
      ))}
      {isChangeable && <ChangeFields facts={facts} />}
    </div>
  )
})

function ChangeFields({ facts }: { readonly facts: RequirementFacts }) {
  const t = useWords('requirement')
  const [isOpen, form] = useDisclosure(false)
  return (
    <Popover opened={isOpen} onDismiss={form.close} trapFocus width={420} withArrow position="bottom-start">
      <Popover.Target>
        <UnstyledButton className={classes.quietButton} aria-expanded={isOpen} onClick={form.toggle}>
          <IconPencil size={13} aria-hidden="true" /> {t('changeFields')}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <FieldsForm facts={facts} onDone={form.close} />
      </Popover.Dropdown>
    </Popover>
  )
}

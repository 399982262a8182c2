import { ActionIcon, Popover, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { RequirementId } from '@parley/model'
import { IconForms } from '@tabler/icons-react'
import type { Editor } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import type { CardId } from '../document/selection.ts'
import { useFacts } from '../document/use-document.ts'
import { AddParameterForm } from './add-parameter-form.tsx'

interface BlankButtonProps {
  readonly editor: Editor
  readonly card: CardId
  readonly disabled: boolean
}

/** Puts a blank to be negotiated into the sentence, where the caret is. */
export function BlankButton({ editor, card, disabled }: BlankButtonProps) {
  const { t } = useTranslation('parameter')
  const [isOpen, popover] = useDisclosure(false)
  const requirement = useFacts(card as RequirementId)
  if (!requirement) return null
  const insert = (id: string) => {
    popover.close()
    editor.chain().focus().insertContent({ type: 'parameter', attrs: { id } }).run()
  }
  return (
    <Popover opened={isOpen} onDismiss={popover.close} trapFocus width={340} withArrow>
      <Popover.Target>
        <Tooltip label={t('add')}>
          <ActionIcon
            variant="subtle"
            size="md"
            aria-label={t('add')}
            disabled={disabled}
            onMouseDown={(event) => event.preventDefault()}
            onClick={popover.toggle}
          >
            <IconForms size={17} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <AddParameterForm requirement={requirement.id} onAdded={insert} />
      </Popover.Dropdown>
    </Popover>
  )
}

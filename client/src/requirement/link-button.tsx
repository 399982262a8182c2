import { ActionIcon, Button, Group, Popover, TextInput, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { isSafeLink } from '@parley/document'
import { IconLink } from '@tabler/icons-react'
import { type Editor, useEditorState } from '@tiptap/react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface LinkButtonProps {
  readonly editor: Editor
  readonly disabled: boolean
}

/** Links the selected words to an address, or takes the link away. */
export function LinkButton({ editor, disabled }: LinkButtonProps) {
  const { t } = useTranslation(['requirement', 'common'])
  const [isOpen, popover] = useDisclosure(false)
  const [address, setAddress] = useState('')
  const [isWrong, setWrong] = useState(false)
  const state = useEditorState({
    editor,
    selector: ({ editor: own }) => ({
      isEmpty: own.state.selection.empty,
      href: String(own.getAttributes('link').href ?? ''),
    }),
  })
  const open = () => {
    setAddress(state.href)
    setWrong(false)
    popover.open()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const href = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`
    if (!isSafeLink(href)) return setWrong(true)
    editor.chain().focus().extendMarkRange('link').setMark('link', { href }).run()
    popover.close()
  }
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetMark('link').run()
    popover.close()
  }
  return (
    <Popover opened={isOpen} onDismiss={popover.close} trapFocus width={300} withArrow>
      <Popover.Target>
        <Tooltip label={t('toolbar.link')}>
          <ActionIcon
            variant="subtle"
            size="md"
            aria-label={t('toolbar.link')}
            disabled={disabled || (state.isEmpty && state.href === '')}
            onMouseDown={(event) => event.preventDefault()}
            onClick={open}
          >
            <IconLink size={17} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <TextInput
            label={t('link.address')}
            value={address}
            error={isWrong && t('link.wrong')}
            onChange={(event) => setAddress(event.currentTarget.value)}
          />
          <Group gap="xs" mt="xs" justify="flex-end">
            {state.href !== '' && (
              <Button size="xs" variant="subtle" onClick={remove}>
                {t('common:remove')}
              </Button>
            )}
            <Button size="xs" type="submit">
              {t('link.set')}
            </Button>
          </Group>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}

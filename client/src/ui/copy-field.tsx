import { Button, Group, TextInput } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

interface CopyFieldProps {
  readonly label: string
  readonly value: string
}

/** A value to be copied; it can be selected too, where the clipboard is forbidden. */
export function CopyField({ label, value }: CopyFieldProps) {
  const { t } = useTranslation()
  const clipboard = useClipboard({ timeout: 3000 })
  return (
    <Group align="flex-end" gap="xs" wrap="nowrap">
      <TextInput
        flex={1}
        label={label}
        value={value}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button
        variant="default"
        aria-live="polite"
        leftSection={clipboard.copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
        onClick={() => clipboard.copy(value)}
      >
        {t(clipboard.copied ? 'copied' : 'copy')}
      </Button>
    </Group>
  )
}

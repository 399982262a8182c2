import { Button, Group, Stack, Text } from '@mantine/core'
import type { Invited } from '@parley/protocol'
import { useTranslation } from 'react-i18next'
import { CopyField } from '../ui/copy-field.tsx'
import { useFormats } from '../ui/formats.ts'

interface InvitedNoteProps {
  readonly invited: Invited
  readonly onAnother: () => void
  readonly onClose: () => void
}

/** The invitation's link, to be handed over, and how long it can be used. */
export function InvitedNote({ invited: { invitation, link, mailed }, onAnother, onClose }: InvitedNoteProps) {
  const { t } = useTranslation(['people', 'common'])
  const formats = useFormats()
  return (
    <Stack>
      <Text>
        {mailed && invitation.email
          ? t('invited.mailed', { email: invitation.email })
          : t('invited.handOver')}
      </Text>
      <CopyField label={t('invited.link')} value={link} />
      <Text size="sm" c="dimmed">
        {t('invited.expires', { date: formats.dateTime(invitation.expiresAt) })}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onAnother}>
          {t('invited.another')}
        </Button>
        <Button onClick={onClose}>{t('common:close')}</Button>
      </Group>
    </Stack>
  )
}

import { Stack, Text } from '@mantine/core'
import type { Me } from '@parley/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../ui/dialog.tsx'
import { SignInForm } from './sign-in-form.tsx'

/** Over a page whose session has ended: what is typed in the page stays there. */
export function SignInAgain({ person }: { readonly person: Me['person'] }) {
  const { t } = useTranslation('account')
  const client = useQueryClient()
  return (
    <Dialog opened title={t('again.title')}>
      <Stack>
        <Text>{t('again.text')}</Text>
        <SignInForm email={person.email} onDone={() => client.invalidateQueries()} />
      </Stack>
    </Dialog>
  )
}

import { Button, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconCheck } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { isProblem } from '../app/problem-error.ts'
import { useCommand } from '../app/use-command.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { StateWord } from '../ui/state-word.tsx'
import { useValidators } from '../ui/use-validators.ts'
import { auth } from './auth.ts'
import { devicesKey } from './devices-query.ts'

/** Changes the password; all other devices are signed out with it. */
export function PasswordForm() {
  const { t } = useTranslation('account')
  const validators = useValidators()
  const client = useQueryClient()
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '' },
    validate: { currentPassword: validators.required, newPassword: validators.newPassword },
  })
  const change = useCommand({
    send: auth.changePassword,
    onDone: async () => {
      form.reset()
      await client.invalidateQueries({ queryKey: devicesKey })
    },
  })
  const isWrong = isProblem(change.error, 'wrong-credentials')
  return (
    <form onSubmit={form.onSubmit(change.submit)} noValidate>
      <Stack maw={400}>
        <PasswordInput
          label={t('currentPassword')}
          autoComplete="current-password"
          {...form.getInputProps('currentPassword')}
          {...(isWrong && { error: t('page.wrongPassword') })}
        />
        <PasswordInput
          label={t('newPassword')}
          description={t('passwordHint')}
          autoComplete="new-password"
          {...form.getInputProps('newPassword')}
        />
        <ErrorNote error={isWrong ? null : change.error} />
        <div>
          <Button type="submit" variant="default" loading={change.isPending}>
            {t('page.changePassword')}
          </Button>
        </div>
        <span role="status">
          {change.isSuccess && (
            <StateWord icon={IconCheck} tone="agreed">
              {t('page.passwordChanged')}
            </StateWord>
          )}
        </span>
      </Stack>
    </form>
  )
}

import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../app/use-command.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { useValidators } from '../ui/use-validators.ts'
import { auth } from './auth.ts'

interface SignInFormProps {
  /** Fixes the address, where the same person is to sign in again. */
  readonly email?: string
  readonly onDone: () => Promise<void> | void
}

/** E-mail address and password. */
export function SignInForm({ email, onDone }: SignInFormProps) {
  const { t } = useTranslation('account')
  const validators = useValidators()
  const form = useForm({
    initialValues: { email: email ?? '', password: '' },
    validate: { email: validators.email, password: validators.required },
  })
  const signIn = useCommand({ send: auth.signIn, onDone })
  return (
    <form onSubmit={form.onSubmit(signIn.submit)} noValidate>
      <Stack>
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          readOnly={email !== undefined}
          data-autofocus={email === undefined || undefined}
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          data-autofocus={email !== undefined || undefined}
          {...form.getInputProps('password')}
        />
        <ErrorNote error={signIn.error} />
        <Button type="submit" loading={signIn.isPending}>
          {t('signIn.action')}
        </Button>
      </Stack>
    </form>
  )
}

import { PasswordInput, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'

/** What a new account needs. */
export interface PersonValues {
  name: string
  email: string
  password: string
}

interface PersonFieldsProps<Values extends PersonValues> {
  readonly form: UseFormReturnType<Values>
  /** Fixes the address, where an invitation names one. */
  readonly fixedEmail?: boolean
}

/** Name, e-mail address and a new password. */
export function PersonFields<Values extends PersonValues>({
  form,
  fixedEmail = false,
}: PersonFieldsProps<Values>) {
  const { t } = useTranslation('account')
  return (
    <>
      <TextInput label={t('name')} autoComplete="name" {...form.getInputProps('name')} />
      <TextInput
        label={t('email')}
        type="email"
        autoComplete="username"
        readOnly={fixedEmail}
        {...form.getInputProps('email')}
      />
      <PasswordInput
        label={t('password')}
        description={t('passwordHint')}
        autoComplete="new-password"
        {...form.getInputProps('password')}
      />
    </>
  )
}

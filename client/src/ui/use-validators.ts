import { emailSchema, passwordSchema } from '@parley/protocol'
import { useTranslation } from 'react-i18next'

type Validator = (value: string) => string | null

interface Validators {
  readonly required: Validator
  readonly email: Validator
  readonly optionalEmail: Validator
  readonly newPassword: Validator
}

/** Checks that need no server, worded in the reader's language; the server checks again. */
export function useValidators(): Validators {
  const { t } = useTranslation()
  const required: Validator = (value) => (value.trim() === '' ? t('required') : null)
  const email: Validator = (value) =>
    required(value) ?? (emailSchema.safeParse(value.trim()).success ? null : t('badEmail'))
  return {
    required,
    email,
    optionalEmail: (value) => (value.trim() === '' ? null : email(value)),
    newPassword: (value) =>
      required(value) ??
      (passwordSchema.safeParse(value).success ? null : t('shortPassword', { minimum: 12 })),
  }
}

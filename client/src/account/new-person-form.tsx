import { Anchor, Button, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ErrorNote } from '../ui/error-note.tsx'
import { useFieldErrors } from '../ui/use-field-errors.ts'
import { useValidators } from '../ui/use-validators.ts'
import { PersonFields, type PersonValues } from './person-fields.tsx'
import { useAcceptInvitation } from './use-accept-invitation.ts'

interface NewPersonFormProps {
  readonly token: string
  /** Whom the invitation is for; `null` where anybody with the link may accept it. */
  readonly email: string | null
}

/** Makes an account by an invitation; whoever has one signs in first and comes back. */
export function NewPersonForm({ token, email }: NewPersonFormProps) {
  const { t } = useTranslation('account')
  const validators = useValidators()
  const accept = useAcceptInvitation(token)
  const form = useForm<PersonValues>({
    initialValues: { name: '', email: email ?? '', password: '' },
    validate: { name: validators.required, email: validators.email, password: validators.newPassword },
  })
  useFieldErrors(form, accept.error, 'newPerson.')
  return (
    <form onSubmit={form.onSubmit(accept.submit)} noValidate>
      <Stack>
        <PersonFields form={form} fixedEmail={email !== null} />
        <ErrorNote error={accept.error} reveal />
        <Button type="submit" loading={accept.isPending}>
          {t('invitation.create')}
        </Button>
        <Anchor component={Link} to={`/sign-in?next=${encodeURIComponent(`/invitation/${token}`)}`} size="sm">
          {t('invitation.haveAccount')}
        </Anchor>
      </Stack>
    </form>
  )
}

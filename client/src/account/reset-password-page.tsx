import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'react-router'
import { LoadingPage } from '../app/loading-page.tsx'
import { isProblem } from '../app/problem-error.ts'
import { installationQuery } from '../app/queries.ts'
import { useCommand } from '../app/use-command.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Page } from '../ui/page.tsx'
import { useValidators } from '../ui/use-validators.ts'
import { auth } from './auth.ts'

/** Asks for a link by mail, or, opened by such a link (`?token=`), for the new password. */
export function ResetPasswordPage() {
  const [search] = useSearchParams()
  const token = search.get('token')
  if (search.has('error')) return <BadLink />
  return token ? <ChoosePassword token={token} /> : <RequestLink />
}

function RequestLink() {
  const { t } = useTranslation('account')
  const validators = useValidators()
  const installation = useQuery(installationQuery)
  const form = useForm({ initialValues: { email: '' }, validate: { email: validators.email } })
  const request = useCommand({ send: ({ email }: { email: string }) => auth.requestReset(email.trim()) })
  if (installation.isPending) return <LoadingPage />
  if (request.isSuccess)
    return (
      <Page title={t('reset.sentTitle')} lead={t('reset.sent', { email: form.values.email })} width="narrow">
        <ToSignIn />
      </Page>
    )
  if (installation.data?.mail === false)
    return (
      <Page title={t('reset.title')} lead={t('reset.noMail')} width="narrow">
        <ToSignIn />
      </Page>
    )
  return (
    <Page title={t('reset.title')} lead={t('reset.lead')} width="narrow">
      <form onSubmit={form.onSubmit(request.submit)} noValidate>
        <Stack>
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="username"
            {...form.getInputProps('email')}
          />
          <ErrorNote error={request.error ?? installation.error} />
          <Button type="submit" loading={request.isPending}>
            {t('reset.request')}
          </Button>
          <ToSignIn />
        </Stack>
      </form>
    </Page>
  )
}

function ChoosePassword({ token }: { readonly token: string }) {
  const { t } = useTranslation('account')
  const validators = useValidators()
  const form = useForm({
    initialValues: { newPassword: '' },
    validate: { newPassword: validators.newPassword },
  })
  const reset = useCommand({
    send: ({ newPassword }: { newPassword: string }) => auth.resetPassword({ token, newPassword }),
  })
  if (isProblem(reset.error, 'bad-request')) return <BadLink />
  if (reset.isSuccess)
    return (
      <Page title={t('reset.doneTitle')} lead={t('reset.done')} width="narrow">
        <ToSignIn />
      </Page>
    )
  return (
    <Page title={t('reset.chooseTitle')} width="narrow">
      <form onSubmit={form.onSubmit(reset.submit)} noValidate>
        <Stack>
          <PasswordInput
            label={t('newPassword')}
            description={t('passwordHint')}
            autoComplete="new-password"
            {...form.getInputProps('newPassword')}
          />
          <ErrorNote error={reset.error} />
          <Button type="submit" loading={reset.isPending}>
            {t('reset.choose')}
          </Button>
        </Stack>
      </form>
    </Page>
  )
}

function BadLink() {
  const { t } = useTranslation('account')
  return (
    <Page title={t('reset.chooseTitle')} width="narrow">
      <Stack>
        <Text role="alert">{t('reset.badLink')}</Text>
        <Anchor component={Link} to="/reset-password">
          {t('reset.newLink')}
        </Anchor>
      </Stack>
    </Page>
  )
}

function ToSignIn() {
  const { t } = useTranslation('account')
  return (
    <Anchor component={Link} to="/sign-in" size="sm">
      {t('reset.toSignIn')}
    </Anchor>
  )
}

import { Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { meSchema, type Setup } from '@parley/protocol'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate } from 'react-router'
import { api } from '../app/api.ts'
import { LoadingPage } from '../app/loading-page.tsx'
import { installationQuery, meQuery } from '../app/queries.ts'
import { useCommand } from '../app/use-command.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Page } from '../ui/page.tsx'
import { useFieldErrors } from '../ui/use-field-errors.ts'
import { useValidators } from '../ui/use-validators.ts'
import { PersonFields } from './person-fields.tsx'

/** Makes the first account and organisation of an empty installation. */
export function WelcomePage() {
  const { t } = useTranslation('account')
  const validators = useValidators()
  const client = useQueryClient()
  const navigate = useNavigate()
  const installation = useQuery(installationQuery)
  const form = useForm<Setup>({
    initialValues: { name: '', email: '', password: '', organisation: '' },
    validate: {
      name: validators.required,
      email: validators.email,
      password: validators.newPassword,
      organisation: validators.required,
    },
  })
  const setup = useCommand({
    send: (input: Setup, key) => api.post('/setup', meSchema, input, { key }),
    onDone: async (me) => {
      client.setQueryData(meQuery.queryKey, me)
      await navigate('/', { replace: true })
      await client.invalidateQueries({ queryKey: installationQuery.queryKey })
    },
  })
  useFieldErrors(form, setup.error)
  if (installation.isPending) return <LoadingPage />
  if (installation.data?.setupNeeded === false && setup.isIdle) return <Navigate to="/" replace />
  return (
    <Page title={t('welcome.title')} lead={t('welcome.lead')} width="narrow">
      <form onSubmit={form.onSubmit(setup.submit)} noValidate>
        <Stack>
          <PersonFields form={form} />
          <TextInput
            label={t('welcome.organisation')}
            autoComplete="organization"
            {...form.getInputProps('organisation')}
          />
          <ErrorNote error={setup.error} reveal />
          <Button type="submit" loading={setup.isPending}>
            {t('welcome.action')}
          </Button>
        </Stack>
      </form>
    </Page>
  )
}

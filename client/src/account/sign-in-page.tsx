import { Anchor, Stack } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, useSearchParams } from 'react-router'
import { LoadingPage } from '../app/loading-page.tsx'
import { installationQuery, meQuery } from '../app/queries.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Page } from '../ui/page.tsx'
import { DemoPeople } from './demo-people.tsx'
import { safeNext } from './safe-next.ts'
import { SignInForm } from './sign-in-form.tsx'

/** The door; on an empty installation it leads to the welcome page. */
export function SignInPage() {
  const { t } = useTranslation('account')
  const [search] = useSearchParams()
  const client = useQueryClient()
  const installation = useQuery(installationQuery)
  const me = useQuery(meQuery)
  if (installation.data?.setupNeeded) return <Navigate to="/welcome" replace />
  if (me.data) return <Navigate to={safeNext(search.get('next'))} replace />
  if (installation.isPending) return <LoadingPage />
  const signedIn = () => client.fetchQuery({ ...meQuery, staleTime: 0 }).then(() => {})
  return (
    <Page title={t('signIn.title')} width="narrow">
      <Stack>
        <ErrorNote error={installation.error} onRetry={() => void installation.refetch()} />
        <SignInForm onDone={signedIn} />
        <Anchor component={Link} to="/reset-password" size="sm">
          {t('signIn.forgotten')}
        </Anchor>
        {installation.data && <DemoPeople people={installation.data.demoPeople} onDone={signedIn} />}
      </Stack>
    </Page>
  )
}

import { Button, Stack, Text } from '@mantine/core'
import { invitationOfferSchema } from '@parley/protocol'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { api, path } from '../app/api.ts'
import { LoadingPage } from '../app/loading-page.tsx'
import { meQuery } from '../app/queries.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { useFormats } from '../ui/formats.ts'
import { Page } from '../ui/page.tsx'
import { PartyBadge } from '../ui/party-badge.tsx'
import { NewPersonForm } from './new-person-form.tsx'
import { useAcceptInvitation } from './use-accept-invitation.ts'
import { useSignOut } from './use-sign-out.ts'

/** What somebody sees who follows an invitation's link, signed in or not. */
export function InvitationPage() {
  const { t } = useTranslation(['account', 'words'])
  const { token = '' } = useParams()
  const formats = useFormats()
  const me = useQuery(meQuery)
  const offer = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => api.get(path`/invitations/${token}`, invitationOfferSchema, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (offer.isPending || me.isPending) return <LoadingPage />
  if (!offer.data)
    return (
      <Page title={t('invitation.title')} width="narrow">
        <ErrorNote error={offer.error} onRetry={() => void offer.refetch()} />
      </Page>
    )
  const { project, invitedBy, clientOrganisation, organisation, partyKind, role, expiresAt } = offer.data
  const job = t(`words:function.${offer.data.function}`)
  return (
    <Page
      title={t('invitation.title')}
      lead={t('invitation.lead', { inviter: invitedBy, client: clientOrganisation, project })}
      width="narrow"
    >
      <Stack>
        <div>
          <PartyBadge kind={partyKind} name={organisation} />
          <Text mt="xs">{`${t(`words:role.${role}`)} · ${job}`}</Text>
          <Text size="sm" c="dimmed">
            {t('invitation.expires', { date: formats.dateTime(expiresAt) })}
          </Text>
        </div>
        {me.data ? (
          <AcceptAs token={token} name={me.data.person.name} />
        ) : (
          <NewPersonForm token={token} email={offer.data.email} />
        )}
      </Stack>
    </Page>
  )
}

function AcceptAs({ token, name }: { readonly token: string; readonly name: string }) {
  const { t } = useTranslation('account')
  const accept = useAcceptInvitation(token)
  const signOut = useSignOut()
  return (
    <>
      <ErrorNote error={accept.error} />
      <Button onClick={() => accept.submit(null)} loading={accept.isPending}>
        {t('invitation.acceptAs', { name })}
      </Button>
      <Button variant="subtle" color="gray" onClick={() => void signOut()}>
        {t('invitation.otherPerson', { name })}
      </Button>
    </>
  )
}

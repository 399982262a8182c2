import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadingPage } from '../app/loading-page.tsx'
import { peopleQuery } from '../app/queries.ts'
import { useProject } from '../app/use-project.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { Page } from '../ui/page.tsx'
import { InviteDialog } from './invite-dialog.tsx'
import { PartySection } from './party-section.tsx'
import { StartRefinement } from './start-refinement.tsx'

/** Parties, their members and pending invitations, and the start of the refinement. */
export function PeoplePage() {
  const { t } = useTranslation('people')
  const project = useProject()
  const people = useQuery(peopleQuery(project.id))
  const [isInviting, setInviting] = useState(false)
  const mayInvite = project.rights.invite || project.rights.inviteProvider
  if (people.isPending) return <LoadingPage />
  return (
    <Page
      title={t('title')}
      width="wide"
      lead={t(`lead.${project.phase}`)}
      actions={
        <>
          {mayInvite && (
            <Button
              variant="default"
              leftSection={<IconUserPlus size={16} />}
              onClick={() => setInviting(true)}
            >
              {t('invite.open')}
            </Button>
          )}
          {project.rights.startRefinement && people.data && (
            <StartRefinement project={project} parties={people.data.parties} />
          )}
        </>
      }
    >
      <ErrorNote error={people.error} onRetry={() => void people.refetch()} />
      {people.data?.parties.map((party) => (
        <PartySection
          key={party.id}
          project={project}
          party={party}
          invitations={people.data.invitations.filter((invitation) => invitation.party === party.id)}
        />
      ))}
      {mayInvite && people.data && (
        <InviteDialog
          project={project}
          parties={people.data.parties}
          opened={isInviting}
          onClose={() => setInviting(false)}
        />
      )}
    </Page>
  )
}

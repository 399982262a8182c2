import { type Invite, type Invited, invitedSchema, type PartyView, type ProjectView } from '@parley/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, path } from '../app/api.ts'
import { projectKey } from '../app/keys.ts'
import { useCommand } from '../app/use-command.ts'
import { Dialog } from '../ui/dialog.tsx'
import { InviteForm } from './invite-form.tsx'
import { InvitedNote } from './invited-note.tsx'

interface InviteDialogProps {
  readonly project: ProjectView
  readonly parties: readonly PartyView[]
  readonly opened: boolean
  readonly onClose: () => void
}

/** Invites a person; then shows the link, which is shown this once. */
export function InviteDialog({ project, parties, opened, onClose }: InviteDialogProps) {
  const { t } = useTranslation('people')
  const client = useQueryClient()
  const invite = useCommand<Invite, Invited>({
    send: (input, key) => api.post(path`/projects/${project.id}/invitations`, invitedSchema, input, { key }),
    onDone: () => client.invalidateQueries({ queryKey: projectKey(project.id) }),
  })
  const close = () => {
    onClose()
    invite.reset()
  }
  return (
    <Dialog opened={opened} onClose={close} title={t(invite.data ? 'invited.title' : 'invite.title')}>
      {invite.data ? (
        <InvitedNote invited={invite.data} onAnother={invite.reset} onClose={close} />
      ) : (
        <InviteForm
          project={project}
          parties={parties}
          isPending={invite.isPending}
          error={invite.error}
          onInvite={invite.submit}
        />
      )}
    </Dialog>
  )
}

import type { MemberView, ProjectView } from '@parley/protocol'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api, nothing, path } from '../app/api.ts'
import { projectKey } from '../app/keys.ts'
import { projectsQuery } from '../app/queries.ts'
import { useCommand } from '../app/use-command.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'

interface RemoveMemberProps {
  readonly project: ProjectView
  readonly member: MemberView
  readonly isSelf: boolean
  readonly opened: boolean
  readonly onClose: () => void
}

/** Asks before a member is taken out of the party; what the person wrote stays. */
export function RemoveMember({ project, member, isSelf, opened, onClose }: RemoveMemberProps) {
  const { t } = useTranslation(['people', 'common'])
  const client = useQueryClient()
  const navigate = useNavigate()
  const remove = useCommand<void, void>({
    send: () => api.delete(path`/projects/${project.id}/members/${member.id}`, nothing),
    onDone: async () => {
      onClose()
      if (isSelf) {
        await navigate('/')
        client.removeQueries({ queryKey: projectKey(project.id) })
        await client.invalidateQueries({ queryKey: projectsQuery.queryKey })
      } else {
        await client.invalidateQueries({ queryKey: projectKey(project.id) })
      }
    },
  })
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      onConfirm={() => remove.submit()}
      title={t('remove.title', { name: member.name })}
      action={t('common:remove')}
      isDanger
      isPending={remove.isPending}
      error={remove.error}
    >
      {t(isSelf ? 'remove.self' : 'remove.text')}
    </ConfirmDialog>
  )
}

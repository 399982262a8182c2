import { Button } from '@mantine/core'
import type { InvitationView } from '@parley/protocol'
import { IconMail } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, nothing, path } from '../app/api.ts'
import { peopleQuery } from '../app/queries.ts'
import { useCommand } from '../app/use-command.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { useFormats } from '../ui/formats.ts'
import classes from './party-section.module.css'

interface InvitationRowProps {
  readonly project: string
  readonly invitation: InvitationView
  readonly mayRevoke: boolean
}

/** An invitation that waits; its link was shown once and is not kept. */
export function InvitationRow({ project, invitation, mayRevoke }: InvitationRowProps) {
  const { t } = useTranslation(['people', 'words'])
  const formats = useFormats()
  const client = useQueryClient()
  const revoke = useCommand<void, void>({
    send: () => api.delete(path`/projects/${project}/invitations/${invitation.id}`, nothing),
    onDone: () => client.invalidateQueries({ queryKey: peopleQuery(project).queryKey }),
  })
  const whom = invitation.email ?? t('invitation.anybody')
  const isOver = new Date(invitation.expiresAt) < new Date()
  return (
    <li className={classes.row}>
      <span className={classes.pending}>
        <IconMail size={16} aria-hidden="true" />
      </span>
      <div className={classes.person}>
        <strong>{whom}</strong>
        <span className={classes.quiet}>
          {isOver
            ? t('invitation.over', { name: invitation.invitedBy })
            : t('invitation.pending', {
                name: invitation.invitedBy,
                when: formats.relative(invitation.expiresAt),
              })}
        </span>
        <ErrorNote error={revoke.error} />
      </div>
      <span>{t(`words:function.${invitation.function}`)}</span>
      <span>{t(`words:role.${invitation.role}`)}</span>
      <span className={classes.end}>
        {mayRevoke && (
          <Button
            size="xs"
            variant="default"
            loading={revoke.isPending}
            aria-label={t('invitation.revokeOf', { whom })}
            onClick={() => revoke.submit()}
          >
            {t('invitation.revoke')}
          </Button>
        )}
      </span>
    </li>
  )
}

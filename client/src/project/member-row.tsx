import { ActionIcon, Menu, NativeSelect } from '@mantine/core'
import { functionSchema, functions, roleSchema, roles } from '@parley/model'
import type { ChangeMember, MemberView, PartyView, ProjectView } from '@parley/protocol'
import { IconDots, IconUserMinus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, nothing, path } from '../app/api.ts'
import { projectKey } from '../app/keys.ts'
import { useCommand } from '../app/use-command.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { PersonAvatar } from '../ui/party-avatar.tsx'
import classes from './party-section.module.css'
import { RemoveMember } from './remove-member.tsx'

interface MemberRowProps {
  readonly project: ProjectView
  readonly party: PartyView
  readonly member: MemberView
  readonly mayChange: boolean
  readonly isLastLead: boolean
}

/** A member; a lead of the same party changes role and function in place. */
export function MemberRow({ project, party, member, mayChange, isLastLead }: MemberRowProps) {
  const { t } = useTranslation(['people', 'words', 'common'])
  const client = useQueryClient()
  const [asks, setAsks] = useState(false)
  const isSelf = member.id === project.viewer.member
  const change = useCommand({
    send: (input: ChangeMember) =>
      api.patch(path`/projects/${project.id}/members/${member.id}`, nothing, input),
    onDone: () => client.invalidateQueries({ queryKey: projectKey(project.id) }),
  })
  const shown = { role: member.role, function: member.function, ...(change.isPending && change.variables) }
  return (
    <li className={classes.row}>
      <PersonAvatar name={member.name} party={party.kind} size={30} />
      <div className={classes.person}>
        <strong>{isSelf ? t('self', { name: member.name }) : member.name}</strong>
        {member.email && <span className={classes.quiet}>{member.email}</span>}
        <ErrorNote error={change.error} />
      </div>
      {mayChange ? (
        <NativeSelect
          aria-label={t('functionOf', { name: member.name })}
          value={shown.function}
          data={functions.map((value) => ({ value, label: t(`words:function.${value}`) }))}
          onChange={(event) => change.submit({ function: functionSchema.parse(event.currentTarget.value) })}
        />
      ) : (
        <span>{t(`words:function.${member.function}`)}</span>
      )}
      {mayChange && !isLastLead ? (
        <NativeSelect
          aria-label={t('roleOf', { name: member.name })}
          value={shown.role}
          data={roles.map((value) => ({ value, label: t(`words:role.${value}`) }))}
          onChange={(event) => change.submit({ role: roleSchema.parse(event.currentTarget.value) })}
        />
      ) : (
        <span title={isLastLead && mayChange ? t('lastLead') : undefined}>
          {t(`words:role.${member.role}`)}
        </span>
      )}
      <span className={classes.end}>
        {mayChange && !isLastLead && (
          <Menu withinPortal={false}>
            <Menu.Target>
              <ActionIcon aria-label={t('actionsFor', { name: member.name })}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconUserMinus size={16} />} onClick={() => setAsks(true)}>
                {t('remove.open')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </span>
      <RemoveMember
        project={project}
        member={member}
        isSelf={isSelf}
        opened={asks}
        onClose={() => setAsks(false)}
      />
    </li>
  )
}

import type { InvitationView, PartyView, ProjectView } from '@parley/protocol'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { PartyBadge } from '../ui/party-badge.tsx'
import { InvitationRow } from './invitation-row.tsx'
import { MemberRow } from './member-row.tsx'
import classes from './party-section.module.css'

interface PartySectionProps {
  readonly project: ProjectView
  readonly party: PartyView
  readonly invitations: readonly InvitationView[]
}

/** A party with its members and the invitations into it. */
export function PartySection({ project, party, invitations }: PartySectionProps) {
  const { t } = useTranslation('people')
  const id = useId()
  const isOwn = party.id === project.viewer.party
  const leads = party.members.filter((member) => member.role === 'lead').length
  const mayRevoke = isOwn ? project.rights.invite : project.rights.inviteProvider
  return (
    <section aria-labelledby={id} className={classes.party}>
      <header className={classes.header}>
        <h2 id={id} className={classes.name}>
          {party.organisation.name}
        </h2>
        <PartyBadge kind={party.kind} />
        {party.selected && <span className={classes.quiet}>{t('selected')}</span>}
      </header>
      <ul className={classes.members}>
        {party.members.map((member) => (
          <MemberRow
            key={member.id}
            project={project}
            party={party}
            member={member}
            mayChange={isOwn && project.rights.invite}
            isLastLead={member.role === 'lead' && leads === 1}
          />
        ))}
        {invitations.map((invitation) => (
          <InvitationRow
            key={invitation.id}
            project={project.id}
            invitation={invitation}
            mayRevoke={mayRevoke}
          />
        ))}
      </ul>
      {party.members.length === 0 && invitations.length === 0 && (
        <p className={classes.quiet}>{t('nobody')}</p>
      )}
    </section>
  )
}

import type { ProjectSummary } from '@parley/protocol'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormats } from '../ui/formats.ts'
import { PartyBadge } from '../ui/party-badge.tsx'
import classes from './projects-page.module.css'

/** A project in the list: what it is called, who with, how far it is, and one's own part in it. */
export function ProjectRow({ project }: { readonly project: ProjectSummary }) {
  const { t } = useTranslation(['project', 'words'])
  const formats = useFormats()
  const parties = project.provider
    ? t('clientWithProvider', { client: project.client, provider: project.provider })
    : project.client
  return (
    <li className={classes.row}>
      <div className={classes.names}>
        <Link to={`/projects/${project.id}`} className={classes.name}>
          {project.name}
        </Link>
        <span className={classes.quiet}>{parties}</span>
      </div>
      <span className={classes.phase}>{t(`words:phase.${project.phase}`)}</span>
      <span className={classes.quiet}>
        {project.requirements !== null && t('list.requirements', { count: project.requirements })}
      </span>
      <span className={classes.part}>
        <PartyBadge kind={project.partyKind} />
        <span className={classes.quiet}>{t(`words:role.${project.role}`)}</span>
      </span>
      <time dateTime={project.createdAt} className={classes.quiet}>
        {formats.date(project.createdAt)}
      </time>
    </li>
  )
}

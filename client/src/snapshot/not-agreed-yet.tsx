import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useProject } from '../app/use-project.ts'
import { formatNumber } from '../requirement/format-number.ts'
import { missingAgreements } from './missing-agreements.ts'
import classes from './number-links.module.css'

interface NotAgreedYetProps {
  /** Why the snapshot was refused; nothing is shown for other reasons. */
  readonly error: unknown
  readonly onLeave: () => void
}

/** The requirements that stand in the way of an agreed version, each a link to where it can be agreed to. */
export function NotAgreedYet({ error, onLeave }: NotAgreedYetProps) {
  const { t } = useTranslation('snapshot')
  const project = useProject()
  const { numbers, more } = missingAgreements(error)
  if (numbers.length === 0) return null
  return (
    <nav className={classes.links} aria-label={t('take.notAgreed')}>
      {numbers.map((number) => (
        <Link key={number} to={`/projects/${project.id}#${formatNumber(number)}`} onClick={onLeave}>
          {formatNumber(number)}
        </Link>
      ))}
      {more > 0 && <span>{t('take.andMore', { count: more })}</span>}
    </nav>
  )
}

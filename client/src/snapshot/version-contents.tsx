import { useTranslation } from 'react-i18next'
import type { ContentsLine } from './contents.ts'
import classes from './version-contents.module.css'

/** The outline of a version: each line leads to its place. */
export function VersionContents({ lines }: { readonly lines: readonly ContentsLine[] }) {
  const { t } = useTranslation(['snapshot', 'requirement'])
  return (
    <nav aria-label={t('contents')}>
      <ol className={classes.lines}>
        {lines.map(({ id, kind, elementId, number, title, depth, withdrawn }) => (
          <li key={id} data-kind={kind} data-depth={Math.min(depth, 4)}>
            <a href={`#${elementId}`} data-withdrawn={withdrawn || undefined}>
              {kind === 'requirement' && <span className={classes.number}>{number}</span>}
              <span className={classes.title}>{title}</span>
              {withdrawn && <span className="visually-hidden">({t('requirement:withdrawn')})</span>}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

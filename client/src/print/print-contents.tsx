import { useTranslation } from 'react-i18next'
import type { ContentsLine } from '../snapshot/contents.ts'

/** The list of contents with the numbers of sections and requirements; its lines are links in a PDF too. */
export function PrintContents({ lines }: { readonly lines: readonly ContentsLine[] }) {
  const { t } = useTranslation('print')
  return (
    <nav className="paper-contents" aria-label={t('contents')}>
      <h2>{t('contents')}</h2>
      <ol>
        {lines.map(({ id, kind, elementId, number, title, depth }) => (
          <li key={id} data-kind={kind} data-depth={Math.min(depth, 4)}>
            <a href={`#${elementId}`}>
              <span className="paper-number">{number}</span>
              <span>{title}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

import { useTranslation } from 'react-i18next'
import type { ContentsLine } from '../snapshot/contents.ts'

/** Numbers are never used again: those that are missing in the document are accounted for at its end. */
export function PrintWithdrawn({ lines }: { readonly lines: readonly ContentsLine[] }) {
  const { t } = useTranslation('print')
  if (lines.length === 0) return null
  return (
    <section className="paper-withdrawn">
      <h2>{t('withdrawn')}</h2>
      <ul>
        {lines.map(({ id, number, title }) => (
          <li key={id}>
            <span className="paper-number">{number}</span> {title}
          </li>
        ))}
      </ul>
    </section>
  )
}

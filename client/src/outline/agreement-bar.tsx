import { useTranslation } from 'react-i18next'
import { useAllFacts, useDocumentStore, useOutline } from '../document/use-document.ts'
import classes from './outline-panel.module.css'
import { type Agreement, agreementOf } from './progress.ts'
import { useSides } from './use-sides.ts'

const parts = ['settled', 'disputed', 'outdated', 'open'] as const satisfies readonly (keyof Agreement)[]

/** How far the two parties are, as one bar with its words. */
export function AgreementBar() {
  const { t } = useTranslation('outline')
  const store = useDocumentStore()
  const rows = useOutline()
  const sides = useSides()
  useAllFacts()
  if (sides.parties.length < 2) return null
  const agreement = agreementOf(rows, store.facts, sides)
  const total = parts.reduce((sum, part) => sum + agreement[part], 0)
  if (total === 0) return null
  const words = parts
    .filter((part) => agreement[part] > 0)
    .map((part) => t(`agreement.${part}`, { count: agreement[part] }))
  return (
    <div className={classes.agreement}>
      <div className={classes.bar} role="img" aria-label={words.join(', ')} title={words.join(', ')}>
        {parts.map((part) => (
          <span key={part} data-part={part} style={{ flexGrow: agreement[part] }} />
        ))}
      </div>
      <span>{t('agreement.sum', { settled: agreement.settled, total })}</span>
    </div>
  )
}

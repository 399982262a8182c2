import { useTranslation } from 'react-i18next'
import classes from './change.module.css'
import type { ChangeLine } from './change-lines.ts'

/** Fields and blanks that differ, each with what it was and what it is. */
export function ChangeList({ lines }: { readonly lines: readonly ChangeLine[] }) {
  const { t } = useTranslation('snapshot')
  if (lines.length === 0) return null
  return (
    <dl className={classes.lines}>
      {lines.map(({ key, label, before, after }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>
            {before !== '' && (
              <del>
                <span className="visually-hidden">{t('change.before')} </span>
                {before}
              </del>
            )}{' '}
            {after !== '' && (
              <ins>
                <span className="visually-hidden">{t('change.after')} </span>
                {after}
              </ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

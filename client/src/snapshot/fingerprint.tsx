import { useTranslation } from 'react-i18next'
import classes from './fingerprint.module.css'

/** The beginning of a snapshot's fingerprint, as people compare it by eye; the whole of it on pointing at it. */
export function Fingerprint({ value }: { readonly value: string }) {
  const { t } = useTranslation('snapshot')
  return (
    <code className={classes.fingerprint} title={t('fingerprint', { fingerprint: value })}>
      {value.slice(0, 12)}
    </code>
  )
}

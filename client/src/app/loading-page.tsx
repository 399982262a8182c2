import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from '../ui/page.module.css'

/** The shape of a page while it comes; has the size of `Page`, so that nothing jumps. */
export function LoadingPage({ rows = 4 }: { readonly rows?: number }) {
  const { t } = useTranslation()
  return (
    <div className={classes.page} aria-busy="true">
      <span role="status" className="visually-hidden">
        {t('loading')}
      </span>
      <Skeleton height={31} width="40%" mb="lg" />
      {Array.from({ length: rows }, (_, row) => `row-${row}`).map((row) => (
        <Skeleton key={row} height={52} mb="sm" />
      ))}
    </div>
  )
}

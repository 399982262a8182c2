import { Button, Code } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useRouteError } from 'react-router'
import { Page } from '../ui/page.tsx'

// What browsers say when a part of the application is gone because a newer build replaced it.
const goneChunk = /dynamically imported module|Importing a module script failed|error loading dynamically/i

/** Shown instead of a page that could not be shown; the rest of the application goes on. */
export function ErrorPage() {
  const { t } = useTranslation()
  const error = useRouteError()
  const message = error instanceof Error ? error.message : String(error)
  const isOldVersion = goneChunk.test(message)
  return (
    <Page title={t('error.title')} lead={t(isOldVersion ? 'error.newVersion' : 'error.text')}>
      <Button onClick={() => window.location.reload()}>{t('error.reload')}</Button>
      {!isOldVersion && (
        <details style={{ marginTop: 'var(--s5)' }}>
          <summary>{t('error.details')}</summary>
          <Code block>{message}</Code>
        </details>
      )}
    </Page>
  )
}

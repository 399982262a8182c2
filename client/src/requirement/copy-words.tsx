import { Button, CopyButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** A button that copies some words and says so. */
export function CopyWords({ words, label }: { readonly words: string; readonly label: string }) {
  const { t } = useTranslation('common')
  return (
    <CopyButton value={words}>
      {({ copied, copy }) => (
        <Button size="compact-sm" variant="default" onClick={copy}>
          {copied ? t('copied') : label}
        </Button>
      )}
    </CopyButton>
  )
}

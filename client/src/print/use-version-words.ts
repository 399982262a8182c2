import type { VersionContent } from '@parley/protocol'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../ui/formats.ts'

/** How a version is called: with its name on the title page, with number and date in the running head. */
export function useVersionWords({ snapshot, at }: Pick<VersionContent, 'snapshot' | 'at'>): {
  readonly long: string
  readonly short: string
} {
  const { t } = useTranslation('print')
  const formats = useFormats()
  if (!snapshot) {
    const words = t('working', { date: formats.dateTime(at) })
    return { long: words, short: words }
  }
  const { number, name } = snapshot
  const date = formats.date(snapshot.at)
  return { long: t('version', { number, name, date }), short: t('versionShort', { number, date }) }
}

import { useTranslation } from 'react-i18next'
import { cssString } from '../change/css-string.ts'

interface PageMarginsProps {
  readonly title: string
  readonly version: string
}

/** The running head and the page numbers: CSS paged media, whose words must stand in the style sheet itself. */
export function PageMargins({ title, version }: PageMarginsProps) {
  const { t } = useTranslation('print')
  const [before, between, after] = t('page', { page: '\u0000', pages: '\u0000' }).split('\u0000')
  const number = [
    cssString(before ?? ''),
    'counter(page)',
    cssString(between ?? ''),
    'counter(pages)',
    cssString(after ?? ''),
  ].join(' ')
  const rules = `@page {
  @top-left { content: ${cssString(title)} }
  @top-right { content: ${cssString(version)} }
  @bottom-center { content: ${number} }
}
@page :first { @top-left { content: none } @top-right { content: none } @bottom-center { content: none } }`
  return <style>{rules}</style>
}

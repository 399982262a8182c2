import { useTranslation } from 'react-i18next'

interface PageMarginsProps {
  readonly title: string
  readonly version: string
}

/** The running head and the page numbers: CSS paged media, whose words must stand in the style sheet itself. */
export function PageMargins({ title, version }: PageMarginsProps) {
  const { t } = useTranslation('print')
  const [before, between] = t('page', { page: '\u0000', pages: '\u0000' }).split('\u0000')
  const rules = `@page {
  @top-left { content: ${cssString(title)} }
  @top-right { content: ${cssString(version)} }
  @bottom-center { content: ${cssString(before ?? '')} counter(page) ${cssString(between ?? '')} counter(pages) }
}
@page :first { @top-left { content: none } @top-right { content: none } }`
  return <style>{rules}</style>
}

/** Words as a CSS string; everything that could end the string or the style element is escaped. */
export function cssString(words: string): string {
  const escaped = words.replace(
    /[^\p{L}\p{N} .,:;()\-–—/·]/gu,
    (character) => `\\${character.codePointAt(0)?.toString(16)} `,
  )
  return `"${escaped}"`
}

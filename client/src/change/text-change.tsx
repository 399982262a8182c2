import { diffHtml } from '@parley/document'
import type { TextContent } from '@parley/model'
import type { ParameterView } from '@parley/protocol'
import { type CSSProperties, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import '../requirement/text.css'
import { useChips } from '../requirement/use-chips.ts'
import classes from './change.module.css'
import { cssString } from './css-string.ts'

interface TextChangeProps {
  readonly before: TextContent
  readonly after: TextContent
  /** The parameters of both texts, so that every chip can be read. */
  readonly parameters: readonly ParameterView[]
}

/** A text with the words that were taken out and put in, told by line, by colour and in words for screen readers. */
export function TextChange({ before, after, parameters }: TextChangeProps) {
  const { t } = useTranslation('snapshot')
  const chip = useChips(parameters)
  const html = useMemo(() => ({ __html: diffHtml(before, after, { chip }) }), [before, after, chip])
  const spoken: CSSProperties & Record<`--${string}`, string> = {
    '--inserted': cssString(t('change.inserted')),
    '--deleted': cssString(t('change.deleted')),
    '--changed': cssString(t('change.changed')),
    '--end': cssString(t('change.end')),
  }
  // diffHtml escapes every word and drops unsafe links
  return <div className={`text ${classes.text}`} style={spoken} dangerouslySetInnerHTML={html} />
}

import { diffHtml } from '@parley/document'
import type { TextContent } from '@parley/model'
import type { ParameterView } from '@parley/protocol'
import { useMemo } from 'react'
import '../requirement/text.css'
import { useChips } from '../requirement/use-chips.ts'
import classes from './change.module.css'

interface TextChangeProps {
  readonly before: TextContent
  readonly after: TextContent
  /** The parameters of both texts, so that every chip can be read. */
  readonly parameters: readonly ParameterView[]
}

/** A text with the words that were taken out and put in. */
export function TextChange({ before, after, parameters }: TextChangeProps) {
  const chip = useChips(parameters)
  const html = useMemo(() => ({ __html: diffHtml(before, after, { chip }) }), [before, after, chip])
  // diffHtml escapes every word and drops unsafe links
  return <div className={`text ${classes.text}`} dangerouslySetInnerHTML={html} />
}

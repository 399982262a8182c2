import { contentHtml, type Highlight } from '@parley/document'
import type { TextContent } from '@parley/model'
import { memo, useMemo } from 'react'
import './text.css'
import type { Chips } from './use-chips.ts'

interface StaticTextProps {
  readonly content: TextContent
  readonly chips: Chips
  readonly highlights: readonly Highlight[]
  readonly headingOffset: number
}

/** A text as plain DOM, alike to the pixel with the live editor that may take its place. */
export const StaticText = memo(function StaticText({
  content,
  chips,
  highlights,
  headingOffset,
}: StaticTextProps) {
  const html = useMemo(
    () => ({ __html: contentHtml(content, { chip: chips, highlights, headingOffset }) }),
    [content, chips, highlights, headingOffset],
  )
  // contentHtml escapes every word and drops unsafe links.
  return <div className="text" dangerouslySetInnerHTML={html} />
})

import type { TextContent } from '@parley/model'
import { type ChipFace, defaultHeadingOffset } from '../schema/rendered.ts'
import { blocksHtml } from './block-html.ts'
import type { Highlight, Rendering } from './rendering.ts'

export interface ContentHtmlOptions {
  /** What a chip shows; `null` (or no function) where the parameter is not known: the id is shown. Words are escaped here. */
  readonly chip?: (id: string) => ChipFace | null
  /** Words to be marked, in ProseMirror positions of the document. */
  readonly highlights?: readonly Highlight[]
  /** How much deeper than `h1` the title is; the same as for the live editor (`editorExtensions`). */
  readonly headingOffset?: number
  /** Whether the title is rendered too; positions count it either way. */
  readonly title?: boolean
}

/**
 * A text as HTML with the elements and classes that the live editor makes of it, so that one may take the place of the
 * other. All words are escaped; a link that is not safe loses its address.
 */
export function contentHtml(content: TextContent, options: ContentHtmlOptions = {}): string {
  return blocksHtml(content.content ?? [], 0, renderingOf(options))
}

/** The options with their defaults. */
export function renderingOf(options: ContentHtmlOptions): Rendering {
  return {
    chip: options.chip ?? (() => null),
    highlights: (options.highlights ?? [])
      .filter(({ from, to }) => from < to)
      .toSorted((a, b) => a.from - b.from || b.to - a.to),
    headingOffset: options.headingOffset ?? defaultHeadingOffset,
    title: options.title ?? true,
  }
}

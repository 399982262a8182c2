// How the schema's nodes look in HTML: shared by the editor and by static text, and apart from the editor, so that a page
// can show texts before it has loaded one.

/** How much deeper than `h1` a text's title is rendered unless another offset is asked for. */
export const defaultHeadingOffset = 2

/** The HTML element of the title. */
export const titleTag = (headingOffset: number) => `h${Math.min(6, 1 + headingOffset)}`

/** The HTML element of a heading, which stands below the title. */
export const headingTag = (level: number, headingOffset: number) =>
  `h${Math.min(6, 1 + level + headingOffset)}`

/** Attributes that every rendered link carries; never stored, so that nobody can write others. */
export const linkAttributes = { target: '_blank', rel: 'noopener noreferrer nofollow' } as const

/** What a chip shows: the parameter's value, or its label while it is unset. */
export interface ChipFace {
  readonly label: string
  readonly value: string | null
  /** Longer words for the tooltip; empty for none. */
  readonly title: string
}

/** A chip's words and HTML attributes: the one source for static HTML and for the client's node view. */
export function chipParts(id: string, face: ChipFace) {
  const attributes: Record<string, string> = {
    class: 'parameter',
    'data-parameter': id,
    'data-state': face.value === null ? 'unset' : 'set',
  }
  if (face.title !== '') attributes.title = face.title
  return { attributes, text: face.value ?? face.label }
}

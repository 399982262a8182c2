import { mergeAttributes, Node } from '@tiptap/core'

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

/** A blank inside the statement: an inline atom that holds only the parameter's id. */
export const Parameter = Node.create({
  name: 'parameter',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,

  addAttributes: () => ({
    id: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-parameter') ?? '',
      renderHTML: (attributes) => ({ 'data-parameter': String(attributes.id) }),
    },
  }),

  parseHTML: () => [{ tag: 'span[data-parameter]' }],

  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes({ class: 'parameter' }, HTMLAttributes)],

  renderText: ({ node }) => `{{${String(node.attrs.id)}}}`,
})

import { mergeAttributes, Node } from '@tiptap/core'

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

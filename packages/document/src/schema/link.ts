import { Link as TiptapLink } from '@tiptap/extension-link'
import { linkAttributes } from './rendered.ts'
import { isSafeLink } from './safe-link.ts'

/** A link of a safe address; the address is all that is stored. */
export const Link = TiptapLink.extend({
  addAttributes: () => ({
    href: { default: null, parseHTML: (element) => element.getAttribute('href') },
  }),
  renderHTML({ HTMLAttributes }) {
    const href: unknown = HTMLAttributes.href
    return ['a', { ...linkAttributes, href: isSafeLink(href) ? href : '' }, 0]
  },
}).configure({
  autolink: true,
  linkOnPaste: true,
  openOnClick: false,
  defaultProtocol: 'https',
  isAllowedUri: (url) => isSafeLink(url),
})

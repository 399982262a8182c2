import { Heading as TiptapHeading } from '@tiptap/extension-heading'
import { headingTag } from './rendered.ts'

/** The levels of headings inside a text; the title is above them. */
export const headingLevels = [1, 2, 3] as const

/** Headings rendered below the title's own level; `data-level` keeps the true level through copy and paste. */
export function headingBelow(headingOffset: number) {
  return TiptapHeading.configure({ levels: [...headingLevels] }).extend({
    parseHTML: () => [
      ...headingLevels.map((level) => ({ tag: `[data-level="${level}"]`, attrs: { level }, priority: 60 })),
      ...[1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(3, level) } })),
    ],
    renderHTML({ node }) {
      const level: unknown = node.attrs.level
      const known = headingLevels.find((each) => each === level) ?? 1
      return [headingTag(known, headingOffset), { 'data-level': String(known) }, 0]
    },
  })
}

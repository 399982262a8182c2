import { z } from 'zod'

/** A mark on words, in ProseMirror's JSON form. */
export interface MarkJson {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
}

/** A node of rich text, in ProseMirror's JSON form; `doc` is the root of a text's content. */
export interface NodeJson {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly NodeJson[]
  readonly text?: string
  readonly marks?: readonly MarkJson[]
}

/** The plain content of a text: `doc` with a `title` first, then blocks (see packages/document). */
export type TextContent = NodeJson & { readonly type: 'doc' }

/** Shape of the root only; which nodes and marks are allowed where is decided by packages/document. */
export const textContentSchema = z.looseObject({
  type: z.literal('doc'),
  content: z.array(z.looseObject({ type: z.string() })).optional(),
}) as unknown as z.ZodType<TextContent, TextContent>

/** What a text belongs to. */
export const textKinds = ['requirement', 'section'] as const
export const textKindSchema = z.enum(textKinds)
export type TextKind = z.infer<typeof textKindSchema>

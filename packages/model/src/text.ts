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

const markSchema: z.ZodType<MarkJson> = z.object({
  type: z.string(),
  attrs: z.record(z.string(), z.unknown()).optional(),
}) as z.ZodType<MarkJson>

/** Shape only; which nodes and marks are allowed where is decided by packages/document. */
export const nodeSchema: z.ZodType<NodeJson> = z.object({
  type: z.string(),
  attrs: z.record(z.string(), z.unknown()).optional(),
  get content() {
    return z.array(nodeSchema).optional()
  },
  text: z.string().optional(),
  marks: z.array(markSchema).optional(),
}) as z.ZodType<NodeJson>

export const textContentSchema = nodeSchema as z.ZodType<TextContent>

/** What a text belongs to. */
export const textKinds = ['requirement', 'section'] as const
export const textKindSchema = z.enum(textKinds)
export type TextKind = z.infer<typeof textKindSchema>

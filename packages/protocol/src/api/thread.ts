import { anchorSchema, commentBodySchema, idSchema, personIdSchema, threadStateSchema } from '@parley/model'
import { z } from 'zod'

export const commentSchema = z.object({
  id: idSchema<'comment'>(),
  author: z.object({ person: personIdSchema, name: z.string(), party: idSchema<'party'>() }),
  body: z.string(),
  createdAt: z.string(),
  editedAt: z.string().nullable(),
})
export type CommentView = z.infer<typeof commentSchema>

/** Where a thread's words stand now: ProseMirror positions in the text's content at `seq`, `null` when they are gone. */
export const threadAnchorSchema = z.object({
  text: idSchema<'text'>(),
  quote: z.string(),
  range: z.object({ from: z.int(), to: z.int() }).nullable(),
  /** Relative positions, for an editor that has the text open. */
  start: z.string(),
  end: z.string(),
})
export type ThreadAnchor = z.infer<typeof threadAnchorSchema>

export const threadSchema = z.object({
  id: idSchema<'thread'>(),
  requirement: idSchema<'requirement'>(),
  /** The parties that receive it; one for private, the pair for shared. Never changes. */
  audience: z.array(idSchema<'party'>()),
  anchor: threadAnchorSchema.nullable(),
  state: threadStateSchema,
  resolvedBy: z.string().nullable(),
  createdAt: z.string(),
  comments: z.array(commentSchema),
})
export type ThreadView = z.infer<typeof threadSchema>

export const threadsSchema = z.object({ threads: z.array(threadSchema) })
export type Threads = z.infer<typeof threadsSchema>

/** Opens a thread; `audience` is one of the project's `audiences`, `anchor` relative positions or words to be found. */
export const openThreadSchema = z.object({
  requirement: idSchema<'requirement'>(),
  audience: z.array(idSchema<'party'>()).min(1).max(2),
  anchor: z.union([anchorSchema, anchorSchema.pick({ quote: true })]).nullable(),
  body: commentBodySchema,
})
export type OpenThread = z.infer<typeof openThreadSchema>

export const writeCommentSchema = z.object({ body: commentBodySchema })
export type WriteComment = z.infer<typeof writeCommentSchema>

export const changeThreadSchema = z.object({ state: threadStateSchema })
export type ChangeThread = z.infer<typeof changeThreadSchema>

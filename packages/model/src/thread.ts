import { z } from 'zod'

/** A thread is open until somebody resolves it, and may be reopened. */
export const threadStates = ['open', 'resolved'] as const
export const threadStateSchema = z.enum(threadStates)
export type ThreadState = z.infer<typeof threadStateSchema>

/**
 * Words inside a text that a thread is about: two Yjs relative positions (base64 of their binary encoding) and the
 * words as they were when the thread was opened.
 */
export const anchorSchema = z.object({
  start: z.base64().max(400),
  end: z.base64().max(400),
  quote: z.string().min(1).max(2_000),
})
export type Anchor = Readonly<z.infer<typeof anchorSchema>>

export const commentBodySchema = z.string().trim().min(1).max(10_000)

import { z } from 'zod'

/** `published` to bidders, `working` in between, `agreed` by both parties on every requirement. */
export const snapshotKinds = ['published', 'working', 'agreed'] as const
export const snapshotKindSchema = z.enum(snapshotKinds)
export type SnapshotKind = z.infer<typeof snapshotKindSchema>

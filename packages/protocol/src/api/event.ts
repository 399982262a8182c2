import { idSchema } from '@parley/model'
import { z } from 'zod'
import { requirementSchema, sectionSchema } from './document.ts'
import { projectSchema } from './project.ts'
import { snapshotSummarySchema } from './snapshot.ts'
import { threadSchema } from './thread.ts'

/**
 * What commands tell the sessions that watch a project, each already presented for its viewer. `resync` asks the
 * client to read the document again (after an import, a phase change, or a change of rights).
 */
export const projectEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('project'), project: projectSchema }),
  z.object({ type: z.literal('people') }),
  z.object({ type: z.literal('section'), section: sectionSchema }),
  z.object({ type: z.literal('requirement'), requirement: requirementSchema }),
  z.object({ type: z.literal('thread'), thread: threadSchema }),
  z.object({ type: z.literal('snapshot'), snapshot: snapshotSummarySchema }),
  z.object({ type: z.literal('resync') }),
  z.object({ type: z.literal('left'), project: idSchema<'project'>() }),
])
export type ProjectEvent = z.infer<typeof projectEventSchema>

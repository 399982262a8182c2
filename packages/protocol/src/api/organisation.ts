import { idSchema } from '@parley/model'
import { z } from 'zod'

export const organisationNameSchema = z.string().trim().min(1).max(200)

export const organisationSchema = z.object({ id: idSchema<'organisation'>(), name: z.string() })
export type OrganisationView = z.infer<typeof organisationSchema>

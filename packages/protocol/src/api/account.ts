import { languageSchema, personIdSchema } from '@parley/model'
import { z } from 'zod'
import { organisationSchema } from './organisation.ts'

export const passwordSchema = z.string().min(12).max(128)
export const personNameSchema = z.string().trim().min(1).max(120)
export const emailSchema = z.email().max(254)

/** Whether this installation still waits for its first person. */
export const setupStateSchema = z.object({ needed: z.boolean() })
export type SetupState = z.infer<typeof setupStateSchema>

/** The first person opens an empty installation and makes the first account and organisation. */
export const setupSchema = z.object({
  name: personNameSchema,
  email: emailSchema,
  password: passwordSchema,
  organisation: z.string().trim().min(1).max(200),
})
export type Setup = z.infer<typeof setupSchema>

/** The signed-in person. */
export const meSchema = z.object({
  person: z.object({ id: personIdSchema, name: z.string(), email: z.string() }),
  organisations: z.array(organisationSchema),
})
export type Me = z.infer<typeof meSchema>

/** What a browser needs to know before anybody signs in. */
export const installationSchema = z.object({
  setupNeeded: z.boolean(),
  /** Whether forgotten passwords can be reset by mail; otherwise the operator does it. */
  mail: z.boolean(),
  /** People who can be signed in with one click; only in the demonstration, only on loopback. */
  demoPeople: z.array(
    z.object({
      email: z.string(),
      name: z.string(),
      organisation: z.string(),
      function: z.string(),
      partyKind: z.string(),
    }),
  ),
  defaultLanguage: languageSchema.nullable(),
})
export type Installation = z.infer<typeof installationSchema>

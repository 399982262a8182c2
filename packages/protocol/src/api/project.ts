import { idSchema, languageSchema, partyKindSchema, phaseSchema, roleSchema } from '@parley/model'
import { z } from 'zod'
import { importSourceSchema } from './import.ts'
import { organisationSchema } from './organisation.ts'

export const projectNameSchema = z.string().trim().min(1).max(200)

/** A project in the list of one's projects. */
export const projectSummarySchema = z.object({
  id: idSchema<'project'>(),
  name: z.string(),
  phase: phaseSchema,
  /** The viewer's part in it. */
  partyKind: partyKindSchema,
  role: roleSchema,
  client: z.string(),
  /** The provider the project is refined with; `null` before, and where the viewer may not know. */
  provider: z.string().nullable(),
  requirements: z.int().nullable(),
  createdAt: z.string(),
})
export type ProjectSummary = z.infer<typeof projectSummarySchema>

/** Parties that may receive a thing, as the viewer may choose them for a new thread. */
export const audienceChoiceSchema = z.object({
  /** `private` to the viewer's own party, or `shared` by the client and one provider. */
  kind: z.enum(['shared', 'private']),
  parties: z.array(idSchema<'party'>()).min(1).max(2),
})
export type AudienceChoice = z.infer<typeof audienceChoiceSchema>

/** What the viewer may do in the project as it stands; hints for the screen, the server decides again each time. */
export const projectRightsSchema = z.object({
  readDocument: z.boolean(),
  editStatements: z.boolean(),
  editOutline: z.boolean(),
  setPosition: z.boolean(),
  invite: z.boolean(),
  inviteProvider: z.boolean(),
  startRefinement: z.boolean(),
  takeSnapshot: z.boolean(),
  renameProject: z.boolean(),
})
export type ProjectRights = z.infer<typeof projectRightsSchema>

/** A party in the project's header. */
export const partyBadgeSchema = z.object({
  id: idSchema<'party'>(),
  kind: partyKindSchema,
  organisation: organisationSchema,
  selected: z.boolean(),
})
export type PartyBadge = z.infer<typeof partyBadgeSchema>

/** A project as its viewer may see it. Before its phase comes, an invited provider gets `rights.readDocument: false`. */
export const projectSchema = z.object({
  id: idSchema<'project'>(),
  name: z.string(),
  phase: phaseSchema,
  language: languageSchema,
  createdAt: z.string(),
  /** Who invited the viewer; `null` for the person who created the project. */
  invitedBy: z.string().nullable(),
  parties: z.array(partyBadgeSchema),
  viewer: z.object({
    member: idSchema<'member'>(),
    party: idSchema<'party'>(),
    partyKind: partyKindSchema,
    role: roleSchema,
  }),
  audiences: z.array(audienceChoiceSchema),
  rights: projectRightsSchema,
})
export type ProjectView = z.infer<typeof projectSchema>

export const createProjectSchema = z.object({
  name: projectNameSchema,
  language: languageSchema,
  /** The client's organisation, one of the person's own. */
  organisation: idSchema<'organisation'>(),
  source: importSourceSchema,
})
export type CreateProject = z.infer<typeof createProjectSchema>

export const changeProjectSchema = z.object({ name: projectNameSchema })
export type ChangeProject = z.infer<typeof changeProjectSchema>

/** "Start refinement with …": takes a snapshot and moves the project to `refine`. */
export const startRefinementSchema = z.object({ provider: idSchema<'party'>() })
export type StartRefinement = z.infer<typeof startRefinementSchema>

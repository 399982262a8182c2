import { functionSchema, idSchema, partyKindSchema, personIdSchema, roleSchema } from '@parley/model'
import { z } from 'zod'
import { emailSchema, passwordSchema, personNameSchema } from './account.ts'
import { organisationNameSchema, organisationSchema } from './organisation.ts'

/** A person in a party. */
export const memberSchema = z.object({
  id: idSchema<'member'>(),
  person: personIdSchema,
  name: z.string(),
  /** Shown to members of the same party only; `null` to others. */
  email: z.string().nullable(),
  role: roleSchema,
  function: functionSchema,
})
export type MemberView = z.infer<typeof memberSchema>

/** An organisation's part in a project. */
export const partySchema = z.object({
  id: idSchema<'party'>(),
  kind: partyKindSchema,
  organisation: organisationSchema,
  /** Whether this provider was selected to refine with. */
  selected: z.boolean(),
  members: z.array(memberSchema),
})
export type PartyView = z.infer<typeof partySchema>

/** An invitation that waits to be accepted. */
export const invitationSchema = z.object({
  id: idSchema<'invitation'>(),
  party: idSchema<'party'>(),
  email: z.string().nullable(),
  role: roleSchema,
  function: functionSchema,
  invitedBy: z.string(),
  createdAt: z.string(),
  expiresAt: z.string(),
})
export type InvitationView = z.infer<typeof invitationSchema>

/** Everybody in a project whom the viewer may know. */
export const peopleSchema = z.object({
  parties: z.array(partySchema),
  invitations: z.array(invitationSchema),
})
export type People = z.infer<typeof peopleSchema>

/** Invites a person into a party, or an organisation as a new provider together with its first person. */
export const inviteSchema = z.object({
  into: z.union([
    z.object({ party: idSchema<'party'>() }),
    z.object({ newProvider: organisationNameSchema }),
  ]),
  email: emailSchema.nullable(),
  role: roleSchema,
  function: functionSchema,
})
export type Invite = z.infer<typeof inviteSchema>

/** The answer to an invite: the only time the link is shown. */
export const invitedSchema = z.object({
  invitation: invitationSchema,
  link: z.string(),
  /** Whether it was also sent by mail. */
  mailed: z.boolean(),
})
export type Invited = z.infer<typeof invitedSchema>

/** What somebody who holds an invitation's link sees before accepting. */
export const invitationOfferSchema = z.object({
  project: z.string(),
  invitedBy: z.string(),
  clientOrganisation: z.string(),
  organisation: z.string(),
  partyKind: partyKindSchema,
  role: roleSchema,
  function: functionSchema,
  email: z.string().nullable(),
  expiresAt: z.string(),
})
export type InvitationOffer = z.infer<typeof invitationOfferSchema>

/** Accepts as a new person; who is signed in already sends `null`. */
export const acceptInvitationSchema = z.object({
  newPerson: z.object({ name: personNameSchema, email: emailSchema, password: passwordSchema }).nullable(),
})
export type AcceptInvitation = z.infer<typeof acceptInvitationSchema>

export const acceptedInvitationSchema = z.object({ project: idSchema<'project'>() })
export type AcceptedInvitation = z.infer<typeof acceptedInvitationSchema>

export const changeMemberSchema = z.object({
  role: roleSchema.optional(),
  function: functionSchema.optional(),
})
export type ChangeMember = z.infer<typeof changeMemberSchema>

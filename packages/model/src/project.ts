import { z } from 'zod'

/** The phases of an outsourcing project in their order (IT-Grundschutz M 2.251); `agreed` is the sealed end. */
export const phases = ['specify', 'bid', 'refine', 'implement', 'agreed'] as const
export const phaseSchema = z.enum(phases)
export type Phase = z.infer<typeof phaseSchema>

/** What an organisation is in a project: exactly one client, any number of providers, observers who only read. */
export const partyKinds = ['client', 'provider', 'observer'] as const
export const partyKindSchema = z.enum(partyKinds)
export type PartyKind = z.infer<typeof partyKindSchema>

/** What a member may do within its party; a lead signs and moves phases. */
export const roles = ['lead', 'editor', 'commenter', 'viewer'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>

/** In what capacity a person takes part (M 2.251 names who initiates and who carries out). */
export const functions = [
  'information-security-officer',
  'head-of-it',
  'administrator',
  'procurement',
  'legal',
  'data-protection-officer',
  'project-manager',
  'service-manager',
  'auditor',
  'other',
] as const
export const functionSchema = z.enum(functions)
export type MemberFunction = z.infer<typeof functionSchema>

/** The languages of the user interface and of the starter template. */
export const languages = ['en', 'de'] as const
export const languageSchema = z.enum(languages)
export type Language = z.infer<typeof languageSchema>

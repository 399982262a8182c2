import { z } from 'zod'

declare const brand: unique symbol

/** A random, opaque identifier of one kind of thing; clients learn nothing from its value. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind }

const shape = /^[0-9A-Za-z_-]{21}$/

/** An identifier's schema: 21 URL-safe characters (126 bits), as `newId` makes them. */
export const idSchema = <Kind extends string>() =>
  z.string().regex(shape, 'not an id') as unknown as z.ZodType<Id<Kind>, Id<Kind>>

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-'

/** A fresh identifier; `random` must fill an array with cryptographically strong bytes. */
export function newId<Kind extends string>(
  random: (bytes: Uint8Array) => Uint8Array = strongRandom,
): Id<Kind> {
  let id = ''
  for (const byte of random(new Uint8Array(21))) id += alphabet[byte & 63]
  return id as Id<Kind>
}

function strongRandom(bytes: Uint8Array): Uint8Array {
  return crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>)
}

/** The id in a stored or received string, or `null` where it has not the shape of one. */
export function parseId<Kind extends string>(value: string): Id<Kind> | null {
  return shape.test(value) ? (value as Id<Kind>) : null
}

export type OrganisationId = Id<'organisation'>
export type ProjectId = Id<'project'>
export type PartyId = Id<'party'>
export type MemberId = Id<'member'>
export type InvitationId = Id<'invitation'>
export type SectionId = Id<'section'>
export type RequirementId = Id<'requirement'>
export type ParameterId = Id<'parameter'>
export type TextId = Id<'text'>
export type ThreadId = Id<'thread'>
export type CommentId = Id<'comment'>
export type SnapshotId = Id<'snapshot'>
/** A person's account; made by the account library, so of its shape. */
export type PersonId = string & { readonly [brand]: 'person' }

/** The account library's user id as a person's id. */
export const personId = (value: string) => value as PersonId

/** A person's schema; the account library chooses the shape. */
export const personIdSchema = z.string().min(1).max(64) as unknown as z.ZodType<PersonId, PersonId>

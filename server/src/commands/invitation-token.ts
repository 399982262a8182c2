import { createHash, randomBytes } from 'node:crypto'
import { ProblemError } from '../problem-error.ts'
import type { Tx } from '../store/index.ts'

/** Days for which the link of an invitation can be used. */
export const invitationDays = 14

/** A fresh token of a link: 192 random bits, of which only the hash is stored. */
export const newToken = () => randomBytes(24).toString('base64url')

/** What is stored of a token: SHA-256, hexadecimal. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex')

/** The page that a link opens. */
export const invitationLink = (origin: string, token: string) => `${origin}/invitation/${token}`

/** The invitation a token stands for, still open at that time; throws `invitation-not-valid` otherwise. */
export async function openInvitation(db: Pick<Tx, 'selectFrom'>, token: string, now: string) {
  const invitation = await db
    .selectFrom('invitation')
    .selectAll()
    .where('token_hash', '=', tokenHash(token))
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  if (!invitation) throw new ProblemError('invitation-not-valid')
  return invitation
}

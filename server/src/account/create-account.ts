import { newId, type PersonId, personId } from '@parley/model'
import { sql } from 'kysely'
import { ProblemError } from '../problem-error.ts'
import type { Tx } from '../store/index.ts'
import { type Auth, passwordMinimum } from './auth.ts'
import { isCommonPassword } from './common-passwords.ts'

/** Somebody who gets an account; the password is hashed already, since a transaction waits for nothing but the database. */
export interface NewPerson {
  readonly name: string
  readonly email: string
  readonly passwordHash: string
}

/** The library's hash of a password that is strong enough; throws `weak-password` otherwise. */
export async function hashPassword(auth: Auth, password: string): Promise<string> {
  if (password.length < passwordMinimum || isCommonPassword(password)) {
    throw new ProblemError('weak-password', { facts: { minimum: passwordMinimum } })
  }
  const { password: hasher } = await auth.$context
  return hasher.hash(password)
}

/**
 * Makes an account inside a transaction, so that it exists only together with what it is made for: the library's own
 * sign-up uses a connection of its own. The rows are those of its "email and password" accounts. Throws `email-taken`.
 */
export async function createAccount(tx: Tx, person: NewPerson, at: string): Promise<PersonId> {
  const id = newId()
  const email = person.email.toLowerCase()
  const taken = await tx.selectFrom('user').select('id').where('email', '=', email).executeTakeFirst()
  if (taken) throw new ProblemError('email-taken')
  await sql`
    insert into "user" (id, name, email, "emailVerified", "createdAt", "updatedAt")
    values (${id}, ${person.name}, ${email}, false, ${at}, ${at})
  `.execute(tx)
  await sql`
    insert into account (id, "accountId", "providerId", "userId", password, "createdAt", "updatedAt")
    values (${newId()}, ${id}, 'credential', ${id}, ${person.passwordHash}, ${at}, ${at})
  `.execute(tx)
  return personId(id)
}

import { newId, type PersonId } from '@parley/model'
import type { Setup } from '@parley/protocol'
import { sql } from 'kysely'
import { createAccount, hashPassword } from '../account/create-account.ts'
import type { App } from '../app.ts'
import { ProblemError } from '../problem-error.ts'
import type { Reader } from '../store/index.ts'

/** Whether nobody has an account here yet. */
export async function isSetupNeeded(db: Reader): Promise<boolean> {
  return !(await db.selectFrom('organisation').select('id').limit(1).executeTakeFirst())
}

/** Makes the first account and its organisation in an empty installation; throws `already-set-up` in any other. */
export async function setUp(
  app: Pick<App, 'auth' | 'store' | 'now'>,
  input: Setup,
): Promise<{ readonly person: PersonId }> {
  if (!(await isSetupNeeded(app.store.db))) throw new ProblemError('already-set-up')
  const passwordHash = await hashPassword(app.auth, input.password)
  return app.store.write(async (tx) => {
    // Two people may open an empty installation at once; SQLite has one writer anyway.
    if (app.store.kind === 'postgres') await sql`lock table organisation in exclusive mode`.execute(tx)
    if (!(await isSetupNeeded(tx))) throw new ProblemError('already-set-up')
    const at = app.now()
    const person = await createAccount(tx, { ...input, passwordHash }, at)
    const organisation = newId<'organisation'>()
    await tx
      .insertInto('organisation')
      .values({ id: organisation, name: input.organisation, created_at: at })
      .execute()
    await tx
      .insertInto('organisation_member')
      .values({ organisation_id: organisation, person_id: person, joined_at: at })
      .execute()
    return { person }
  })
}

import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../open-store.ts'
import type { Store } from '../store.ts'
import { openTemporaryStore, storeKinds, type TemporaryStore } from '../testing/temporary-store.ts'

const endless = sql`select pg_sleep(3600)`
const unavailable = { failure: 'unavailable' }

describe.runIf(storeKinds.includes('postgres'))('a PostgreSQL that owes an answer', () => {
  let temporary: TemporaryStore
  let impatient: Store

  beforeEach(async () => {
    temporary = await openTemporaryStore('postgres')
    const address = new URL(temporary.config.databaseUrl ?? '')
    address.searchParams.set('query_timeout', '300')
    impatient = await openStore({ dataDir: '', databaseUrl: address.href })
  })
  afterEach(async () => {
    await impatient.close()
    await temporary.remove()
  })

  /** The process of the database that serves a store. */
  const backendOf = async (store: Pick<Store, 'accounts'>) =>
    (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(store.accounts)).rows[0]?.pid

  it('is given up after a time, and its connection with it: the next one is well', async () => {
    const before = await backendOf(impatient)
    await expect(endless.execute(impatient.accounts)).rejects.toMatchObject(unavailable)
    expect(await backendOf(impatient)).not.toBe(before)
  })

  it('does not hold up the end of the transaction that it belongs to', async () => {
    const givenUp = Promise.withResolvers<void>()
    const write = impatient.write((tx) => endless.execute(tx).finally(() => givenUp.resolve()))
    const ended = write.then(
      () => null,
      (error: unknown) => error,
    )
    await givenUp.promise
    // A rollback on the same connection would wait as long again, and this be answered first.
    const first = await Promise.race([ended, backendOf(impatient)])
    expect(first).toMatchObject(unavailable)
    expect(await impatient.write(async () => 'done')).toBe('done')
  })
})

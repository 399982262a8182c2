import { newId } from '@parley/model'
import { type Kysely, sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from './open-store.ts'
import type { Database } from './schema.ts'
import type { Tx } from './store.ts'
import { isConflict, StoreError } from './store-error.ts'
import { insertEmptyText, insertSampleProject } from './testing/sample-project.ts'
import { openTemporaryStore, storeKinds, type TemporaryStore } from './testing/temporary-store.ts'

describe.each(storeKinds)('store: %s', { timeout: 30_000 }, (kind) => {
  let temporary: TemporaryStore

  beforeEach(async () => {
    temporary = await openTemporaryStore(kind)
  })
  afterEach(() => temporary.remove())

  const names = async () => {
    const rows = await temporary.store.db.selectFrom('organisation').select('name').orderBy('name').execute()
    return rows.map((row) => row.name)
  }

  it('keeps all of a transaction or nothing', async () => {
    const { store } = temporary
    expect(await store.write((tx) => insert(tx, 'kept').then(() => 'result'))).toBe('result')
    const thrown = store.write(async (tx) => {
      await insert(tx, 'lost')
      throw new Error('changed my mind')
    })
    await expect(thrown).rejects.toThrow('changed my mind')
    expect(await names()).toEqual(['kept'])
  })

  it('lets of many writes at once only those fail that fail', async () => {
    const { store } = temporary
    const writes = Array.from({ length: 60 }, (_, at) =>
      store.write(async (tx) => {
        await insert(tx, `n${at}`, `id ${at % 40}`)
        return at
      }),
    )
    const outcomes = await Promise.allSettled(writes)
    const failed = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(failed).toHaveLength(20)
    expect(failed.every((outcome) => isConflict(outcome.reason))).toBe(true)
    expect(await names()).toHaveLength(40)
  })

  it('tells a taken key from values that it never takes', async () => {
    const { store } = temporary
    const failureOf = async (work: (tx: Tx) => Promise<unknown>) => {
      const error = await store.write(work).then(
        () => null,
        (reason: unknown) => reason,
      )
      return error instanceof StoreError ? error.failure : error
    }
    await store.write((tx) => insert(tx, 'a', 'a'))
    expect(await failureOf((tx) => insert(tx, 'b', 'a'))).toBe('conflict')
    const orphan = { organisation_id: newId<'organisation'>(), person_id: null, joined_at: '' }
    expect(
      await failureOf((tx) =>
        tx
          .insertInto('organisation_member')
          .values(orphan as never)
          .execute(),
      ),
    ).toBe('refused')
  })

  it('refuses other connections inside a transaction instead of waiting for ever', async () => {
    const { store } = temporary
    const inside = (use: () => Promise<unknown>) => store.write(() => use())
    await expect(inside(() => names())).rejects.toThrow('inside a transaction')
    await expect(inside(() => store.write(async () => {}))).rejects.toThrow('inside a transaction')
    await expect(inside(() => insert(store.accounts, 'x'))).rejects.toThrow('inside a transaction')
    expect(await names()).toEqual([])
  })

  it('does not write outside of a transaction', async () => {
    const db = temporary.store.db as Kysely<Database>
    await expect(insert(db, 'x')).rejects.toThrow('only reads')
  })

  it('lets the account library write in between', async () => {
    const { store } = temporary
    const both = (name: string) =>
      store.accounts.transaction().execute(async (tx) => {
        await insert(tx, `${name} 1`)
        await new Promise((resolve) => setImmediate(resolve))
        await insert(tx, `${name} 2`)
      })
    await Promise.all([
      store.write((tx) => insert(tx, 'before')),
      both('accounts'),
      insert(store.accounts, 'single'),
      store.write((tx) => insert(tx, 'after')),
    ])
    expect(await names()).toEqual(['accounts 1', 'accounts 2', 'after', 'before', 'single'])
  })

  it('refuses a transaction after its function has ended', async () => {
    const { store } = temporary
    let kept: Tx | undefined
    await store.write(async (tx) => {
      kept = tx
    })
    await expect(kept === undefined ? null : insert(kept, 'late')).rejects.toThrow()
    expect(await names()).toEqual([])
  })

  it('gives numbers and bytes as they are', async () => {
    const { store } = temporary
    const project = await insertSampleProject(store)
    const text = await insertEmptyText(store, project.id)
    const hash = Uint8Array.of(0, 255, 1, 128)
    await store.write((tx) =>
      tx
        .updateTable('text')
        .set({ head_seq: 2 ** 40, head_hash: hash })
        .where('id', '=', text)
        .execute(),
    )
    const row = await store.db.selectFrom('text').select(['head_seq', 'head_hash']).executeTakeFirstOrThrow()
    expect(row.head_seq).toBe(2 ** 40)
    expect(row.head_hash).toStrictEqual(hash)
    const count = await sql<{ n: number }>`select count(*) as n from text`.execute(store.db)
    expect(count.rows[0]?.n).toBe(1)
  })

  it('has one client party a project, one party a person, one text a thing, and refers to what exists', async () => {
    const { store } = temporary
    const project = await insertSampleProject(store)
    const party = {
      id: newId<'party'>(),
      project_id: project.id,
      organisation_id: newId<'organisation'>(),
      kind: 'client' as const,
      created_at: '',
    }
    const second = store.write(async (tx) => {
      await tx
        .insertInto('organisation')
        .values({ id: party.organisation_id, name: 'x', created_at: '' })
        .execute()
      await tx.insertInto('party').values(party).execute()
    })
    await expect(second).rejects.toSatisfy(isConflict)
    const join = (member: { readonly party: string }, inProject: string) =>
      store.write((tx) =>
        tx
          .insertInto('member')
          .values({
            id: newId(),
            project_id: inProject as typeof project.id,
            party_id: member.party as typeof party.id,
            person_id: project.client.person,
            role: 'lead',
            function: 'other',
            invited_by: null,
            joined_at: '',
          })
          .execute(),
      )
    await join(project.client, project.id)
    await expect(join(project.provider, project.id)).rejects.toSatisfy(isConflict)
    const elsewhere = await insertSampleProject(store)
    await expect(join(project.client, elsewhere.id)).rejects.toMatchObject({ failure: 'refused' })
  })

  it('keeps what is stored when it is opened again', async () => {
    await temporary.store.write((tx) => insert(tx, 'kept'))
    await temporary.store.close()
    const again = await openStore(temporary.config)
    const rows = await again.db.selectFrom('organisation').select('name').execute()
    expect(rows.map((row) => row.name)).toEqual(['kept'])
    await again.close()
  })
})

describe.runIf(storeKinds.includes('sqlite'))('store: sqlite alone', { timeout: 30_000 }, () => {
  it('refuses a transaction that awaits something other than its queries, and goes on', async () => {
    const { store, remove } = await openTemporaryStore('sqlite')
    let late: Promise<unknown> = Promise.resolve()
    const waiting = store.write(async (tx) => {
      await insert(tx, 'lost')
      late = new Promise((resolve) => setImmediate(resolve)).then(() => insert(tx, 'late'))
      late.catch(() => {})
      await late
    })
    const next = store.write((tx) => insert(tx, 'kept'))
    await expect(waiting).rejects.toThrow('awaited something other')
    await next
    await expect(late).rejects.toThrow()
    const rows = await store.db.selectFrom('organisation').select('name').execute()
    expect(rows.map((row) => row.name)).toEqual(['kept'])
    await remove()
  })

  it('commits what waits before it closes, and then says that it is closed', async () => {
    const { store, config, remove } = await openTemporaryStore('sqlite')
    const writes = Promise.all(['a', 'b'].map((name) => store.write((tx) => insert(tx, name))))
    await store.close()
    await writes
    await expect(store.write((tx) => insert(tx, 'c'))).rejects.toMatchObject({ failure: 'unavailable' })
    const again = await openStore(config)
    expect(await again.db.selectFrom('organisation').select('name').execute()).toHaveLength(2)
    await again.close()
    await remove()
  })
})

describe.runIf(storeKinds.includes('postgres'))('store: postgres alone', { timeout: 30_000 }, () => {
  it('is brought up to date once by servers that start at once', async () => {
    const first = await openTemporaryStore('postgres')
    const migrations = () => sql`select name from migration order by name`.execute(first.store.db)
    const { rows } = await migrations()
    await sql`drop schema public cascade`.execute(first.store.accounts)
    await sql`create schema public`.execute(first.store.accounts)
    const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(first.config)))
    expect((await migrations()).rows).toEqual(rows)
    for (const store of stores) await store.close()
    await first.remove()
  })
})

async function insert(db: Kysely<Database>, name: string, id: string = newId()): Promise<void> {
  const row = { id: id as ReturnType<typeof newId<'organisation'>>, name, created_at: '2026-01-01T00:00:00Z' }
  await db.insertInto('organisation').values(row).execute()
}

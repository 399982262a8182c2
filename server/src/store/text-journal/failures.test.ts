import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Access } from '@parley/rooms'
import { sql } from 'kysely'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockProject } from '../project-journal/project-journal.ts'
import { verifyText } from '../project-journal/verify.ts'
import { insertEmptyText, insertSampleProject, type SampleProject } from '../testing/sample-project.ts'
import { appendBytes, contentOf, makeTestJournal } from '../testing/temporary-journal.ts'
import { openTemporaryStore, storeKinds, type TemporaryStore } from '../testing/temporary-store.ts'

let temporary: TemporaryStore
let project: SampleProject

const open = (kind: 'sqlite' | 'postgres') => async () => {
  temporary = await openTemporaryStore(kind)
  project = await insertSampleProject(temporary.store)
}
const newText = () => insertEmptyText(temporary.store, project.id)

describe.each(storeKinds)('text journal, bad entries: %s', { timeout: 30_000 }, (kind) => {
  beforeEach(open(kind))
  afterEach(() => temporary.remove())

  it('takes a client id again from the same person and calls that of somebody else poison', async () => {
    const journal = makeTestJournal(temporary.store)
    const text = await newText()
    await appendBytes(journal, text, project.client, { clients: [5, 6] })
    expect(await appendBytes(journal, text, project.client, { clients: [6] })).toMatchObject({
      type: 'appended',
    })
    expect(await appendBytes(journal, text, project.provider, { clients: [9, 6] })).toMatchObject({
      type: 'poison',
    })
    const loaded = await journal.load(text)
    const { person } = project.client
    expect(loaded).toMatchObject({ head: { seq: 2 }, clients: new Map([5, 6].map((id) => [id, person])) })
  })

  it('refuses a poison entry and harms no other text that is appended to at the same moment', async () => {
    const journal = makeTestJournal(temporary.store)
    const texts = await Promise.all(Array.from({ length: 20 }, newText))
    for (const text of texts) await appendBytes(journal, text, project.client, { clients: [1] })
    const outcomes = await Promise.all(
      texts.map((text, at) =>
        appendBytes(journal, text, at % 5 ? project.client : project.provider, { clients: [1] }),
      ),
    )
    expect(outcomes.map((outcome) => outcome.type)).toEqual(
      texts.map((_, at) => (at % 5 ? 'appended' : 'poison')),
    )
    for (const [at, text] of texts.entries()) {
      expect(await verifyText(temporary.store.db, text)).toEqual({ type: 'whole', seq: at % 5 ? 2 : 1 })
    }
  })

  it('writes hundreds of entries in one append', async () => {
    const journal = makeTestJournal(temporary.store)
    const text = await newText()
    const entries = Array.from({ length: 230 }, (_, at) => ({
      author: { type: 'person', ...project.client } as const,
      update: Uint8Array.of(at),
      deleted: new Uint8Array(),
      clients: [at],
    }))
    const content = contentOf('x')
    await journal.append({ text, knownSeq: 0, people: [] }, () => ({
      type: 'append',
      entries,
      content,
      hook: null,
    }))
    expect(await verifyText(temporary.store.db, text)).toEqual({ type: 'whole', seq: 230 })
    const loaded = await journal.load(text)
    expect(loaded.type === 'loaded' && loaded.updates.map((update) => update[0])).toEqual(
      entries.map((entry) => entry.update[0]),
    )
  })
})

describe.runIf(storeKinds.includes('sqlite'))(
  'text journal, the store fails: sqlite',
  { timeout: 30_000 },
  () => {
    beforeEach(open('sqlite'))
    afterEach(() => temporary.remove())

    it('is unavailable while the disk is full, loses nothing and recovers by itself', async () => {
      const { store } = temporary
      const journal = makeTestJournal(store)
      const texts = await Promise.all(Array.from({ length: 5 }, newText))
      const seqs = new Map(texts.map((text) => [text, 0]))
      const appendToAll = () =>
        Promise.all(
          texts.map(async (text) => {
            const outcome = await appendBytes(journal, text, project.client, { bytes: 9_000 })
            if (outcome.type === 'appended') seqs.set(text, outcome.head.seq)
            return outcome.type
          }),
        )
      await appendToAll()
      const pages = await sql<{ page_count: number }>`pragma page_count`.execute(store.accounts)
      const limit = (pages.rows[0]?.page_count ?? 0) + 20
      await sql.raw(`pragma max_page_count = ${limit}`).execute(store.accounts)
      const outcomes = new Set<string>()
      for (let round = 0; round < 10; round++) for (const type of await appendToAll()) outcomes.add(type)
      expect(outcomes).toEqual(new Set(['appended', 'unavailable']))
      await sql`pragma max_page_count = 1000000`.execute(store.accounts)
      expect(new Set(await appendToAll())).toEqual(new Set(['appended']))
      for (const [text, seq] of seqs) expect(await verifyText(store.db, text)).toEqual({ type: 'whole', seq })
    })

    it('is unavailable while another process holds the write lock', async () => {
      const journal = makeTestJournal(temporary.store)
      const text = await newText()
      const other = new DatabaseSync(join(temporary.config.dataDir, 'parley.db'))
      other.exec('begin immediate')
      expect(await appendBytes(journal, text, project.client)).toMatchObject({ type: 'unavailable' })
      expect(await journal.load(text)).toMatchObject({ type: 'loaded', head: { seq: 0 } })
      other.exec('rollback')
      expect(await appendBytes(journal, text, project.client)).toMatchObject({
        type: 'appended',
        head: { seq: 1 },
      })
      other.close()
    })
  },
)

describe.runIf(storeKinds.includes('postgres'))(
  'text journal, the store fails: postgres',
  { timeout: 30_000 },
  () => {
    beforeEach(open('postgres'))
    afterEach(() => temporary.remove())

    it('is unavailable when its connection breaks in the middle, and recovers by itself', async () => {
      let breaks = true
      const journal = makeTestJournal(temporary.store, async (tx) => {
        if (breaks) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx)
        return new Map()
      })
      const text = await newText()
      const append = () =>
        journal.append({ text, knownSeq: 0, people: [project.client.person] }, () => ({ type: 'abort' }))
      expect(await append()).toMatchObject({ type: 'unavailable' })
      breaks = false
      expect(await append()).toEqual({ type: 'refused', why: 'aborted' })
    })

    it('is unavailable while the database takes no connections, and recovers by itself', async () => {
      const { databaseUrl = '' } = temporary.config
      const journal = makeTestJournal(temporary.store)
      const text = await newText()
      const name = new URL(databaseUrl).pathname.slice(1)
      const admin = new pg.Client({ connectionString: process.env.DATABASE_URL })
      await admin.connect()
      await admin.query(`alter database ${name} allow_connections false`)
      await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
      expect(await appendBytes(journal, text, project.client)).toMatchObject({ type: 'unavailable' })
      expect(await journal.load(text)).toMatchObject({ type: 'unavailable' })
      await journal.checkpoint(text, 0, new Uint8Array())
      await admin.query(`alter database ${name} allow_connections true`)
      await admin.end()
      expect(await appendBytes(journal, text, project.client)).toMatchObject({ type: 'appended' })
      expect(await journal.load(text)).toMatchObject({ type: 'loaded', head: { seq: 1 } })
    })

    it('judges an append after the change of rights that it waited for', async () => {
      const { store } = temporary
      const text = await newText()
      const { person } = project.client
      const journal = makeTestJournal(store, async (tx) => {
        const row = await tx
          .selectFrom('project')
          .select('phase')
          .where('id', '=', project.id)
          .executeTakeFirstOrThrow()
        const membership = { party: project.client.party, partyKind: 'client', partyName: 'Client' } as const
        return new Map([[person, row.phase === 'agreed' ? { type: 'none' } : { type: 'write', membership }]])
      })
      const locked = Promise.withResolvers<void>()
      const mayCommit = Promise.withResolvers<void>()
      const command = store.write(async (tx) => {
        await lockProject(tx, project.id)
        await tx.updateTable('project').set({ phase: 'agreed' }).where('id', '=', project.id).execute()
        locked.resolve()
        await mayCommit.promise
      })
      await locked.promise
      let seen: Access | undefined
      const append = journal.append({ text, knownSeq: 0, people: [person] }, (view) => {
        seen = view.access(person)
        return { type: 'abort' }
      })
      const waiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      while ((await waiting.execute(store.db)).rows.length === 0);
      expect(seen).toBe(undefined)
      mayCommit.resolve()
      await Promise.all([command, append])
      expect(seen).toEqual({ type: 'none' })
    })
  },
)

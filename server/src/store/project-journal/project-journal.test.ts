import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { insertEmptyText, insertSampleProject, type SampleProject } from '../testing/sample-project.ts'
import { appendBytes, makeTestJournal } from '../testing/temporary-journal.ts'
import { openTemporaryStore, storeKinds, type TemporaryStore } from '../testing/temporary-store.ts'
import { appendJournal, projectGenesis, readHeads } from './project-journal.ts'
import { verifyJournal, verifyText } from './verify.ts'

describe.each(storeKinds)('project journal: %s', { timeout: 30_000 }, (kind) => {
  let temporary: TemporaryStore
  let project: SampleProject

  beforeEach(async () => {
    temporary = await openTemporaryStore(kind)
    project = await insertSampleProject(temporary.store)
  })
  afterEach(() => temporary.remove())

  const append = (command: string, entry: unknown = { b: [1, null], a: 'ä' }, anchors = false) =>
    temporary.store.write(async (tx) =>
      appendJournal(tx, {
        project: project.id,
        ...project.client,
        command,
        entry,
        at: '2026-01-02T03:04:05.678Z',
        heads: anchors ? await readHeads(tx, project.id) : undefined,
      }),
    )
  const verify = () => verifyJournal(temporary.store.db, project.id)

  it('chains every command to the one before', async () => {
    const heads = [await append('rename'), await append('move')]
    const rows = await temporary.store.db.selectFrom('journal').selectAll().orderBy('seq').execute()
    expect(rows.map((row) => [row.seq, row.hash])).toEqual(heads.map((head) => [head.seq, head.hash]))
    expect(rows.map((row) => row.previous_hash)).toEqual([projectGenesis, heads[0]?.hash])
    expect(await verify()).toEqual({ type: 'whole', seq: 2 })
  })

  it('gives commands that come at once one number each', async () => {
    const heads = await Promise.all(Array.from({ length: 12 }, (_, at) => append(`command ${at}`)))
    expect(heads.map((head) => head.seq).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, at) => at + 1),
    )
    expect(await verify()).toEqual({ type: 'whole', seq: 12 })
  })

  it('anchors where the texts stand', async () => {
    const { store } = temporary
    const text = await insertEmptyText(store, project.id)
    await append('snapshot', null, true)
    await appendBytes(makeTestJournal(store), text, project.client)
    await append('snapshot', null, true)
    const rows = await store.db.selectFrom('journal').select('heads').orderBy('seq').execute()
    expect(rows.map((row) => JSON.parse(row.heads ?? ''))).toMatchObject([
      [{ text, seq: 0 }],
      [{ text, seq: 1 }],
    ])
    expect(await verify()).toEqual({ type: 'whole', seq: 2 })
  })

  it('shows what was changed, left out or cut off afterwards', async () => {
    const { accounts } = temporary.store
    for (const command of ['one', 'two', 'three']) await append(command)
    await sql`update journal set entry = '{"a":"b"}' where seq = 2`.execute(accounts)
    expect(await verify()).toEqual({ type: 'broken', seq: 2 })
    await sql`delete from journal where seq = 2`.execute(accounts)
    expect(await verify()).toEqual({ type: 'broken', seq: 2 })
    await sql`delete from journal where seq = 3`.execute(accounts)
    expect(await verify()).toEqual({ type: 'broken', seq: 2 })
    await sql`update project set head_seq = 1`.execute(accounts)
    expect(await verify()).toEqual({ type: 'broken', seq: 1 })
  })

  it('shows a text rewritten with a chain of its own behind an anchor', async () => {
    const { store } = temporary
    const text = await insertEmptyText(store, project.id)
    await appendBytes(makeTestJournal(store), text, project.client)
    await append('snapshot', null, true)
    await sql`delete from text_update`.execute(store.accounts)
    await sql`update text set head_seq = 0, head_hash = ${new Uint8Array(32)}`.execute(store.accounts)
    await appendBytes(makeTestJournal(store), text, project.provider)
    expect(await verifyText(store.db, text)).toEqual({ type: 'whole', seq: 1 })
    expect(await verify()).toEqual({ type: 'broken', seq: 1 })
  })

  it.each(['at', 'person_id', 'clients'])('shows a text whose %s was changed afterwards', async (column) => {
    const { store } = temporary
    const text = await insertEmptyText(store, project.id)
    for (let made = 0; made < 3; made++) await appendBytes(makeTestJournal(store), text, project.client)
    expect(await verifyText(store.db, text)).toEqual({ type: 'whole', seq: 3 })
    await sql`update text_update set ${sql.ref(column)} = '[1]' where seq = 2`.execute(store.accounts)
    expect(await verifyText(store.db, text)).toEqual({ type: 'broken', seq: 2 })
  })
})

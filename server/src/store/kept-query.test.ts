import { newId, type OrganisationId } from '@parley/model'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keptQuery } from './kept-query.ts'
import type { Tx } from './store.ts'
import { openTemporaryStore, storeKinds, type TemporaryStore } from './testing/temporary-store.ts'

describe.each(storeKinds)('a kept query: %s', { timeout: 30_000 }, (kind) => {
  let temporary: TemporaryStore

  beforeEach(async () => {
    temporary = await openTemporaryStore(kind)
  })
  afterEach(() => temporary.remove())

  const nameOf = keptQuery((db, id: OrganisationId) =>
    db.selectFrom('organisation').select('name').where('id', '=', id),
  )

  it('is given other values each time, in a transaction and outside', async () => {
    const { store } = temporary
    const ids = [newId<'organisation'>(), newId<'organisation'>()] as const
    const inside = await store.write(async (tx) => {
      for (const id of ids) await tx.insertInto('organisation').values(organisation(id)).execute()
      return [await nameOf(tx, ids[0]), await nameOf(tx, ids[1])]
    })
    expect(inside).toEqual(ids.map((id) => [{ name: `name of ${id}` }]))
    expect(await nameOf(store.db, ids[1])).toEqual([{ name: `name of ${ids[1]}` }])
    expect(await nameOf(store.db, newId<'organisation'>())).toEqual([])
  })

  it('is refused where building it anew would be', async () => {
    const { store } = temporary
    await nameOf(store.db, newId<'organisation'>())
    let kept: Tx | null = null
    await store.write(async (tx) => {
      kept = tx
      await expect(nameOf(store.db, newId<'organisation'>())).rejects.toThrow('inside a transaction')
    })
    if (kept === null) throw new Error('expected a transaction')
    await expect(nameOf(kept, newId<'organisation'>())).rejects.toThrow('had ended')
  })

  it('refuses to be built with other values than it is given', async () => {
    const wrong = keptQuery((db, _id: OrganisationId) =>
      db.selectFrom('organisation').select('name').limit(1),
    )
    await expect(wrong(temporary.store.db, newId<'organisation'>())).rejects.toThrow(
      'expected the parameters',
    )
  })
})

const organisation = (id: OrganisationId) => ({
  id,
  name: `name of ${id}`,
  created_at: '2026-01-01T00:00:00Z',
})

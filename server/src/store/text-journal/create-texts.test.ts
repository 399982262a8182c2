import { fragmentName, paragraph, readContent, textContent } from '@parley/document'
import { newId } from '@parley/model'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { verifyText } from '../project-journal/verify.ts'
import { insertSampleProject } from '../testing/sample-project.ts'
import { makeTestJournal } from '../testing/temporary-journal.ts'
import { openTemporaryStore, storeKinds } from '../testing/temporary-store.ts'
import { createText, insertTexts, prepareText } from './create-texts.ts'

const at = '2026-01-02T03:04:05.678Z'

describe.each(storeKinds)('new texts: %s', { timeout: 30_000 }, (kind) => {
  it('begin with their words as entry 1, of the person who made them', async () => {
    const { store, remove } = await openTemporaryStore(kind)
    const project = await insertSampleProject(store)
    const content = textContent('Backups', [paragraph('Every day.')])
    const id = newId<'text'>()
    const author = project.client
    await store.write((tx) =>
      createText(tx, { id, project: project.id, kind: 'requirement', content, author, at }),
    )
    const journal = makeTestJournal(store)
    const loaded = await journal.load(id)
    if (loaded.type !== 'loaded') throw new Error(`expected loaded, got ${loaded.type}`)
    const doc = new Y.Doc()
    for (const update of loaded.updates) Y.applyUpdate(doc, update)
    expect(readContent(doc)).toEqual(content)
    expect(doc.getXmlFragment(fragmentName).length).toBe(2)
    expect([...Y.decodeStateVector(Y.encodeStateVector(doc)).keys()]).toEqual([...loaded.clients.keys()])
    expect([...loaded.clients.values()]).toEqual([author.person])
    expect(await journal.entries(id, 0, 10)).toMatchObject([
      { seq: 1, at, author: { type: 'person', ...author } },
    ])
    const row = await store.db.selectFrom('text').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(row).toMatchObject({ title: 'Backups', head_seq: 1, kind: 'requirement' })
    expect(row.plain).toContain('Every day.')
    expect(JSON.parse(row.content)).toEqual(content)
    await remove()
  })

  it('are written by the thousand in one transaction', async () => {
    const { store, remove } = await openTemporaryStore(kind)
    const project = await insertSampleProject(store)
    const texts = Array.from({ length: 1_000 }, (_, number) => {
      const content = textContent(`Requirement ${number}`, [paragraph(`Words ${number}.`)])
      const id = newId<'text'>()
      return { id, project: project.id, kind: 'requirement', content, author: project.client, at } as const
    })
    const prepared = texts.map(prepareText)
    await store.write((tx) => insertTexts(tx, prepared))
    const rows = await store.db.selectFrom('text').select(['id', 'title']).execute()
    expect(new Map(rows.map((row) => [row.id, row.title]))).toEqual(
      new Map(texts.map((text, number) => [text.id, `Requirement ${number}`])),
    )
    for (const text of texts.slice(995)) {
      expect(await verifyText(store.db, text.id)).toEqual({ type: 'whole', seq: 1 })
    }
    await remove()
  })
})

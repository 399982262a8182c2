import { describe, expect, it } from 'vitest'
import { openStore } from '../open-store.ts'
import { verifyText } from '../project-journal/verify.ts'
import { insertEmptyText, insertSampleProject } from '../testing/sample-project.ts'
import { startAppending } from '../testing/start-appending.ts'
import { openTemporaryStore, storeKinds } from '../testing/temporary-store.ts'

describe('text journal, whole processes', { timeout: 60_000 }, () => {
  it.each(storeKinds)(
    '%s: has everything acknowledged after kill -9 in the middle of appending',
    async (kind) => {
      const { store, config, remove } = await openTemporaryStore(kind)
      const project = await insertSampleProject(store)
      const texts = await Promise.all(Array.from({ length: 8 }, () => insertEmptyText(store, project.id)))
      // One server at a time on SQLite.
      if (kind === 'sqlite') await store.close()
      const task = { config, author: project.client, texts, entriesEach: 100_000 }
      const killed = await startAppending(task, 300)
      expect(killed.signal).toBe('SIGKILL')
      const again = await openStore(config)
      for (const text of texts) {
        const verdict = await verifyText(again.db, text)
        const last = Math.max(0, ...(killed.seqs.get(text) ?? []))
        expect(verdict.type).toBe('whole')
        expect(verdict.type === 'whole' && verdict.seq).toBeGreaterThanOrEqual(last)
      }
      await again.close()
      await remove()
    },
  )

  it.runIf(storeKinds.includes('postgres'))(
    'postgres: lets two processes append to one text without gap, loss or retry',
    async () => {
      const { store, config, remove } = await openTemporaryStore('postgres')
      const project = await insertSampleProject(store)
      const text = await insertEmptyText(store, project.id)
      const [one, other] = await Promise.all(
        [project.client, project.provider].map((author) =>
          startAppending({ config, author, texts: [text], entriesEach: 60 }),
        ),
      )
      const seqs = [one, other].flatMap((ended) => ended?.seqs.get(text) ?? [])
      expect(seqs.sort((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, at) => at + 1))
      expect(await verifyText(store.db, text)).toEqual({ type: 'whole', seq: 120 })
      await remove()
    },
  )
})

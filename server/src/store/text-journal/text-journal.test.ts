import type { TextContent } from '@parley/model'
import { journalContract } from '@parley/rooms/testing'
import { openStore } from '../open-store.ts'
import { insertEmptyText, insertSampleProject } from '../testing/sample-project.ts'
import { openTemporaryStore, storeKinds } from '../testing/temporary-store.ts'
import { makeTextJournal } from './text-journal.ts'

for (const kind of storeKinds) {
  journalContract(kind, async ({ access, onAppend }) => {
    const { store, config, remove } = await openTemporaryStore(kind)
    // A second server on PostgreSQL; SQLite has one only.
    const second = kind === 'postgres' ? await openStore(config) : store
    const effects = new Map<string, string>()
    const [journal, other] = [store, second].map((each) =>
      makeTextJournal<string, string>(each, {
        readAccess: async (_tx, text, people) =>
          new Map(people.map((person) => [person, access(person, text)])),
        async onContent(_tx, { text, content, hook }) {
          const effect = onAppend(text, content, hook)
          effects.set(text, effect)
          return effect
        },
        readEffect: async (_db, text) => effects.get(text) ?? '',
        now: () => new Date().toISOString(),
      }),
    )
    if (journal === undefined || other === undefined) throw new Error('expected two journals')
    const project = await insertSampleProject(store)
    return {
      journal,
      other,
      people: [project.client, project.provider],
      createText: () => insertEmptyText(store, project.id),
      async removeText(text) {
        await store.write((tx) => tx.deleteFrom('text').where('id', '=', text).execute())
      },
      async content(text) {
        const row = await store.db
          .selectFrom('text')
          .select('content')
          .where('id', '=', text)
          .executeTakeFirstOrThrow()
        return JSON.parse(row.content) as TextContent | null
      },
      async close() {
        if (second !== store) await second.close()
        await remove()
      },
    }
  })
}

// A server's process as far as its journal goes: appends to texts as fast as it can and prints every acknowledged
// entry ("<text> <seq>") at once, until it has made so many for each text or is killed.
import { writeSync } from 'node:fs'
import type { TextId } from '@parley/model'
import { openStore, type StoreConfig } from '../open-store.ts'
import type { SampleMember } from './sample-project.ts'
import { appendBytes, makeTestJournal } from './temporary-journal.ts'

/** What the process is told, as JSON in its first argument. */
export interface AppendingTask {
  readonly config: StoreConfig
  readonly author: SampleMember
  readonly texts: readonly TextId[]
  readonly entriesEach: number
}

const task = JSON.parse(process.argv[2] ?? '') as AppendingTask
const store = await openStore(task.config)
const journal = makeTestJournal(store)
await Promise.all(
  task.texts.map(async (text) => {
    for (let made = 0; made < task.entriesEach; made++) {
      const outcome = await appendBytes(journal, text, task.author)
      if (outcome.type !== 'appended') throw new Error(`expected appended, got ${outcome.type}`)
      writeSync(1, `${text} ${outcome.head.seq}\n`)
    }
  }),
)
await store.close()

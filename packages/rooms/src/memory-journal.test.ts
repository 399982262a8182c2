import { newId, type PartyId, personId } from '@parley/model'
import { makeMemoryJournal } from './memory-journal.ts'
import { journalContract } from './testing/index.ts'

const actor = () => ({ person: personId(newId()), party: newId<'party'>() satisfies PartyId })

journalContract('memory', async (options) => {
  const journal = makeMemoryJournal<string, string>({ ...options, now: () => new Date() })
  return {
    journal,
    other: journal,
    people: [actor(), actor()],
    async createText() {
      const text = newId<'text'>()
      journal.create(text)
      return text
    },
    async removeText(text) {
      journal.remove(text)
    },
    content: async (text) => journal.content(text),
    async close() {},
  }
})

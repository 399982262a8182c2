export type { Access, Author, Membership, Person } from './access.ts'
export type { Bus, ProcessBus } from './bus.ts'
export { makeProcessBus } from './bus.ts'
export { entryHash, genesis } from './chain.ts'
export type {
  AppendOutcome,
  AppendRequest,
  AppendView,
  Decision,
  Entry,
  Head,
  Journal,
  LoadedText,
  LoadOutcome,
  StoredEntry,
  Unavailable,
} from './journal.ts'
export type { Fault, MemoryJournal, MemoryJournalOptions } from './memory-journal.ts'
export { makeMemoryJournal } from './memory-journal.ts'

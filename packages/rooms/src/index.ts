export type { Access, Author, Membership, Person } from './access.ts'
export { Allowance, Allowances } from './allowance.ts'
export type { Bus, ProcessBus } from './bus.ts'
export { makeProcessBus } from './bus.ts'
export { entryHash, genesis } from './chain.ts'
export type { Format } from './format.ts'
export { documentFormat } from './format.ts'
export type { EditOutcome } from './gate/work.ts'
export { HeavyLane } from './heavy-lane.ts'
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
export type { Limits } from './limits.ts'
export { defaultLimits } from './limits.ts'
export type { Fault, MemoryJournal, MemoryJournalOptions } from './memory-journal.ts'
export { makeMemoryJournal } from './memory-journal.ts'
export type { RoomsOptions, TextChange } from './options.ts'
export type { JoinedSession, JoinOutcome, Rooms } from './rooms.ts'
export { makeRooms } from './rooms.ts'
export type { Scheduler } from './scheduler.ts'
export { systemScheduler } from './scheduler.ts'
export type { Joiner, Outlet } from './session.ts'
export { Tally } from './tally.ts'

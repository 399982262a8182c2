export type { ContractOptions, JournalHarness } from './journal-contract.ts'
export { journalContract } from './journal-contract.ts'

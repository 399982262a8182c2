import type { Kysely, Transaction } from 'kysely'
import type { Database } from './schema.ts'

/** A transaction that may write; it must not be used after the function it was given to has ended. */
export type Tx = Transaction<Database>

/** What queries that only read take: `store.db` outside of a transaction, the `Tx` inside one. */
export type Reader = Pick<
  Kysely<Database>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive' | 'fn' | 'case' | 'dynamic' | 'getExecutor'
>

/** The database, of whichever kind. */
export interface Store {
  readonly kind: 'sqlite' | 'postgres'
  /** Reads what is committed; throws where it is asked to write, and inside `write`, where only `tx` may be used. */
  readonly db: Reader
  /** For the account library alone, which writes and makes transactions by itself; throws inside `write`. */
  readonly accounts: Kysely<Database>
  /**
   * One transaction, durable when the promise resolves; what `work` throws rolls it back and rejects. A failure of the
   * database is a `StoreError`; after one inside, `work` must end. `work` may await nothing but queries of its `tx`:
   * on SQLite there is one writer, and whatever else it waits for is refused; nested calls throw.
   */
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

import type { TextContent, TextId } from '@parley/model'
import type { RejectionCode } from '@parley/protocol'
import type { Beat } from './beat.ts'
import type { Format } from './format.ts'
import type { UpdateWork, Work } from './gate/work.ts'
import type { HeavyLane } from './heavy-lane.ts'
import type { Entry, Journal, StoredEntry } from './journal.ts'
import type { Limits } from './limits.ts'
import type { Replica } from './replica.ts'
import type { Scheduler } from './scheduler.ts'
import type { Session } from './session.ts'

/** What the pipeline tells its room; nothing is told before it is durable. */
export interface PipelineEvents<Effect> {
  /** Entries that other servers wrote, in order. */
  followed(entries: readonly StoredEntry[]): void
  stored(batch: StoredBatch<Effect>): void
  /** Updates that change nothing: the document has them already. */
  known(works: readonly UpdateWork[]): void
  refused(work: UpdateWork, code: RejectionCode): void
  /** The document is as stored: joiners can be answered. */
  clean(): void
  saving(saving: boolean): void
  /** The text is gone. */
  gone(): void
  failed(error: unknown): void
}

/** A batch that is durable. */
export interface StoredBatch<Effect> {
  /** What changed the document, in order. */
  readonly news: readonly Work[]
  readonly entries: readonly Entry[]
  readonly content: TextContent
  readonly seq: number
  readonly effect: Effect
}

export interface PipelineOptions<Hook, Effect> {
  readonly text: TextId
  readonly journal: Journal<Hook, Effect>
  readonly format: Format
  readonly hook: (replica: Replica, content: TextContent) => Hook
  readonly scheduler: Scheduler
  readonly lane: HeavyLane
  readonly beat: Beat
  readonly limits: Limits
  readonly newClient: () => number
  /** Milliseconds from the beginning of one batch to that of the next, at least: for merging more. */
  readonly interval: () => number
}

/** The only session that wrote in a batch, so that it needs not be sent its own words; else `null`. */
export function soleAuthor(batch: StoredBatch<unknown>): Session | null {
  const [first] = batch.news
  if (first?.type !== 'update' || batch.entries.some(({ author }) => author.type === 'system')) return null
  const { session } = first
  return batch.news.every((work) => work.type === 'update' && work.session === session) ? session : null
}

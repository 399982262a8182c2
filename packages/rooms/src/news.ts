import type { PersonId, TextId } from '@parley/model'
import type { StoredEntry } from './journal.ts'
import type { RoomsOptions } from './options.ts'
import type { StoredBatch } from './pipeline-options.ts'
import type { Replica } from './replica.ts'

/** Tells of every change of a text, whoever stored it, each once and in order. */
export class News<Hook, Effect> {
  readonly #text: TextId
  readonly #options: RoomsOptions<Hook, Effect>
  /** Everything up to this entry has been told. */
  #told: number
  /** Who wrote in what has not been told. */
  #people = new Set<PersonId>()
  #isReading = false

  constructor(text: TextId, seq: number, options: RoomsOptions<Hook, Effect>) {
    this.#text = text
    this.#told = seq
    this.#options = options
  }

  /** Entries that another server wrote, or this one without learning of it; told by `catchUp`, or with the next batch. */
  followed(entries: readonly Pick<StoredEntry, 'author'>[]): void {
    for (const { author } of entries) if (author.type === 'person') this.#people.add(author.person)
  }

  stored({ entries, content, seq, effect }: StoredBatch<Effect>): void {
    this.followed(entries)
    this.#tell({ content, seq, effect })
  }

  /** Tells what was followed and not told; `live` gives the document where it is as stored, else `null`. */
  async catchUp(live: () => Replica | null): Promise<void> {
    if (this.#isReading) return
    this.#isReading = true
    try {
      for (let replica = live(); replica !== null && replica.seq > this.#told; replica = live()) {
        const { seq } = replica
        const content = this.#options.format.read(replica.doc)
        const effect = await this.#options.journal.effect(this.#text)
        // reason: a batch of this room may have been told meanwhile
        if (seq > this.#told) this.#tell({ content, seq, effect })
      }
    } catch (error) {
      this.#options.onError(error, this.#text)
    } finally {
      this.#isReading = false
    }
  }

  #tell(change: Pick<StoredBatch<Effect>, 'content' | 'seq' | 'effect'>): void {
    this.#told = change.seq
    const people = [...this.#people]
    this.#people = new Set()
    this.#options.onChange({ text: this.#text, ...change, people })
  }
}

/** What happened to one client, in seconds since it began. */
export class Diary {
  readonly name: string
  readonly #began = performance.now()
  #heardAt = performance.now()
  /** When it became in step, each time, and when it fell out of it. */
  readonly syncs: { readonly at: number; readonly isSynced: boolean }[] = []
  /** How each connection ended; `null` where the client gave up waiting for the server. */
  readonly ends: { readonly at: number; readonly code: number | null }[] = []
  readonly refusals: string[] = []
  readonly errors: string[] = []
  messages = 0
  /** The longest time, in seconds, in which nothing came. */
  silence = 0

  constructor(name: string) {
    this.name = name
  }

  get seconds(): number {
    return Math.round((performance.now() - this.#began) / 100) / 10
  }

  /** Something came from the server. */
  heard(): void {
    this.messages += 1
    this.listened()
    this.#heardAt = performance.now()
  }

  /** Counts the silence up to now. */
  listened(): void {
    this.silence = Math.max(this.silence, (performance.now() - this.#heardAt) / 1_000)
  }

  synced(isSynced: boolean): void {
    this.syncs.push({ at: this.seconds, isSynced })
  }

  ended(code: number | null): void {
    this.ends.push({ at: this.seconds, code })
  }

  /** Whether it was in step once and stayed so, and nothing was refused. */
  get isCalm(): boolean {
    const [first, ...more] = this.syncs
    const troubles = [...more, ...this.ends, ...this.refusals, ...this.errors]
    return first?.isSynced === true && troubles.length === 0
  }
}

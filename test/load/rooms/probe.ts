import * as Y from 'yjs'

/** When each update was sent and how long it took to come, by the clocks of those who wrote it. */
export class Probe {
  readonly #sent: ReadonlyMap<number, Float64Array>
  readonly #seen = new Map<number, number>()
  readonly latencies: number[] = []

  /** `sent` holds for each client the time at which it sent the update of each clock. */
  constructor(sent: ReadonlyMap<number, Float64Array>) {
    this.#sent = sent
  }

  /** Updates seen so far. */
  get seen(): number {
    return this.latencies.length
  }

  receive(update: Uint8Array): void {
    const now = performance.now()
    for (const [client, end] of Y.parseUpdateMeta(update).to) {
      const times = this.#sent.get(client)
      if (times === undefined) continue
      for (let clock = this.#seen.get(client) ?? 0; clock < end; clock++)
        this.latencies.push(now - (times[clock] ?? now))
      this.#seen.set(client, Math.max(end, this.#seen.get(client) ?? 0))
    }
  }
}

/** The value below which a share of all lies, `share` from 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** How much of everything is measured. */
export interface Extent {
  /** Seconds of each stretch of load. */
  readonly seconds: number
  readonly kills: number
  readonly texts: number
  readonly edits: number
  readonly idleTexts: number
  readonly rates: readonly number[]
}

export const extents = {
  quick: { seconds: 3, kills: 3, texts: 100, edits: 20_000, idleTexts: 20, rates: [1_000, 4_000] },
  usual: {
    seconds: 8,
    kills: 15,
    texts: 500,
    edits: 200_000,
    idleTexts: 60,
    rates: [1_000, 2_000, 4_000, 8_000, 14_000],
  },
  full: {
    seconds: 15,
    kills: 200,
    texts: 500,
    edits: 200_000,
    idleTexts: 100,
    rates: [1_000, 2_000, 4_000, 8_000, 14_000, 20_000],
  },
} as const satisfies Readonly<Record<string, Extent>>

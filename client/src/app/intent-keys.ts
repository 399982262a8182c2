interface Lost {
  readonly input: string
  readonly key: string
}

/**
 * Idempotency keys of one form: each submit gets a new key, except the repetition of a submit whose answer was lost,
 * which may have been carried out and must not be a second time.
 */
export function makeIntentKeys(newKey: () => string = () => crypto.randomUUID()) {
  let lost: Lost | null = null
  return {
    keyFor(input: unknown): string {
      const repeats = lost !== null && lost.input === JSON.stringify(input)
      const key = lost !== null && repeats ? lost.key : newKey()
      lost = null
      return key
    },
    answerLost(input: unknown, key: string): void {
      lost = { input: JSON.stringify(input), key }
    },
  }
}

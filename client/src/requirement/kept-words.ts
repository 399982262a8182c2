import type { TextId } from '@parley/model'

/** Words kept on this device beside their text, until their writer removes them. */
export interface KeptWords {
  /** Oldest first; the same array until one is kept or removed. */
  of(text: TextId): readonly string[]
  /** False where the device would not take them. */
  keep(text: TextId, words: string): boolean
  remove(text: TextId, words: string): void
  subscribe(listener: () => void): () => void
}

const none: readonly string[] = []

/** Keeps words under one key of a storage; what another tab keeps meanwhile stays. */
export function makeKeptWords(storage: Pick<Storage, 'getItem' | 'setItem'>, key: string): KeptWords {
  const listeners = new Set<() => void>()
  let kept = read(storage, key)

  function change(text: TextId, make: (before: readonly string[]) => readonly string[]): boolean {
    const stored = read(storage, key)
    const next = new Map(stored)
    next.set(text, make(stored.get(text) ?? none))
    try {
      const filled = [...next].filter(([, words]) => words.length > 0)
      storage.setItem(key, JSON.stringify(Object.fromEntries(filled)))
    } catch {
      // reason: the storage is full or switched off; the caller still has the words
      return false
    }
    kept = next
    for (const listener of [...listeners]) listener()
    return true
  }

  return {
    of: (text) => kept.get(text) ?? none,
    keep: (text, words) => change(text, (before) => [...before, words]),
    remove: (text, words) => void change(text, (before) => before.filter((each) => each !== words)),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What is stored, as far as it can be read. */
function read(storage: Pick<Storage, 'getItem'>, key: string): ReadonlyMap<string, readonly string[]> {
  try {
    const stored: unknown = JSON.parse(storage.getItem(key) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return new Map()
    return new Map(
      Object.entries(stored).map(([text, words]) => [
        text,
        Array.isArray(words) ? words.filter((each) => typeof each === 'string') : none,
      ]),
    )
  } catch {
    return new Map()
  }
}

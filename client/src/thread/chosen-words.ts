import type { Anchor, TextId } from '@parley/model'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { CardId } from '../document/selection.ts'

/** Words selected in the open text, to which a new thread may be tied. */
export interface ChosenWords {
  readonly card: CardId
  readonly text: TextId
  readonly anchor: Anchor
}

/** Holds the words that are selected in the live editor; the composer reads them. */
export interface ChosenWordsStore {
  readonly get: () => ChosenWords | null
  readonly set: (words: ChosenWords | null) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** Makes the store of one document page. */
export function makeChosenWords(): ChosenWordsStore {
  const listeners = new Set<() => void>()
  let chosen: ChosenWords | null = null
  return {
    get: () => chosen,
    set(words) {
      if (words === chosen) return
      chosen = words
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Gives the chosen words to the editor, which sets them, and the composer, which uses them. */
export const ChosenWordsContext = createContext<ChosenWordsStore | null>(null)

/** The store itself, for the editor. */
export function useChosenWordsStore(): ChosenWordsStore {
  const store = useContext(ChosenWordsContext)
  if (!store) throw new Error('expected a ChosenWordsContext above')
  return store
}

/** The words selected just now. */
export function useChosenWords(): ChosenWords | null {
  const store = useChosenWordsStore()
  return useSyncExternalStore(store.subscribe, store.get)
}

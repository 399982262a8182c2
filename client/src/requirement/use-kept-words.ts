import type { TextId } from '@parley/model'
import { useSyncExternalStore } from 'react'
import { meQuery } from '../app/queries.ts'
import { queryClient } from '../app/query-client.ts'
import { type KeptWords, makeKeptWords } from './kept-words.ts'

const kept = new Map<string, KeptWords>()

/** The words that the person who is signed in keeps on this device. */
export function keptWords(): KeptWords {
  const person = queryClient.getQueryData(meQuery.queryKey)?.person.id ?? ''
  const words = kept.get(person) ?? makeKeptWords(window.localStorage, `parley.kept-words.${person}`)
  kept.set(person, words)
  return words
}

/** The words kept beside a text. */
export function useKeptWords(text: TextId): readonly string[] {
  const words = keptWords()
  return useSyncExternalStore(words.subscribe, () => words.of(text))
}

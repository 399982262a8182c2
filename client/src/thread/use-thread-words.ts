import type { RequirementId, TextId } from '@parley/model'
import { useMemo } from 'react'
import type { CardId } from '../document/selection.ts'
import type { AnchoredWords } from './anchored-words.ts'
import { useThreads } from './thread-store.ts'

/** The class of words that an open thread is about, in static and live text. */
const threadWordsClass = 'thread-words'

/** The words of a text that open threads are about, as they stand in its stored content. */
export function useThreadWords(card: CardId, text: TextId): readonly AnchoredWords[] {
  const threads = useThreads(card as RequirementId)
  return useMemo(
    () =>
      threads.flatMap(({ id, state, anchor }) =>
        state === 'open' && anchor?.text === text && anchor.range
          ? [{ ...anchor.range, start: anchor.start, end: anchor.end, className: threadWordsClass, id }]
          : [],
      ),
    [threads, text],
  )
}

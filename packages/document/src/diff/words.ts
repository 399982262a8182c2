import { compareSequences, type Run } from './sequence.ts'

/** A stretch of words of a comparison. */
export interface WordSegment {
  readonly change: 'kept' | 'added' | 'removed'
  readonly text: string
}

/** Compares two strings word by word: the kept and added segments read as the later string, the others as the earlier. */
export function diffWords(before: string, after: string): WordSegment[] {
  const runs = compareTokens(tokensOf(before), tokensOf(after), (token) => token, isBlank)
  return runs.map(({ change, before: from, after: to }) => ({
    change,
    text: (change === 'removed' ? from : to).join(''),
  }))
}

/** Words, runs of blanks, and single other characters. */
export const tokensOf = (words: string): string[] =>
  words.match(/[\p{L}\p{M}\p{N}_]+|\s+|[^\p{L}\p{M}\p{N}_\s]/gu) ?? []

const isBlank = (token: string) => token.trim() === ''

/**
 * Compares tokens and then lets go of blanks that were kept between two changes: "old phrase" replaced by "new words"
 * reads better as one replacement than as two around a blank.
 */
export function compareTokens<Token>(
  before: readonly Token[],
  after: readonly Token[],
  key: (token: Token) => string,
  isFiller: (token: Token) => boolean,
): Run<Token>[] {
  const runs = compareSequences(before, after, key)
  const joined: Run<Token>[] = []
  let [removed, added]: [Token[], Token[]] = [[], []]
  const flush = () => {
    if (removed.length > 0) joined.push({ change: 'removed', before: removed, after: [] })
    if (added.length > 0) joined.push({ change: 'added', before: [], after: added })
    removed = []
    added = []
  }
  for (const [index, run] of runs.entries()) {
    const replaced = removed.length > 0 && added.length > 0
    const filler = run.change === 'kept' && run.after.every(isFiller) && replaced && replacedNext(runs, index)
    if (run.change !== 'kept' || filler) {
      removed.push(...run.before)
      added.push(...run.after)
    } else {
      flush()
      joined.push(run)
    }
  }
  flush()
  return joined
}

const replacedNext = <Token>(runs: readonly Run<Token>[], index: number) =>
  runs[index + 1]?.change === 'removed' && runs[index + 2]?.change === 'added'

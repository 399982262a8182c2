import type { TextContent } from '@parley/model'
import type { RequirementView, TextView } from '@parley/protocol'

/** What is known of a requirement beside its words and the fingerprint, which follows every letter. */
export type RequirementFacts = Omit<RequirementView, 'text' | 'fingerprint'>

/** The facts of a requirement; the very ones of before where none of them has changed. */
export function factsOf(
  { text: _, fingerprint: __, ...facts }: RequirementView,
  before: RequirementFacts | undefined,
): RequirementFacts {
  return before && JSON.stringify(before) === JSON.stringify(facts) ? before : facts
}

/** The further of two states of one text; the very one of before where its words are the same. */
export function furtherText(before: TextView | undefined, after: TextView): TextView {
  if (!before || before.seq < after.seq) return after
  return before.seq > after.seq || isSame(before.content, after.content) ? before : after
}

const isSame = (left: TextContent, right: TextContent) => JSON.stringify(left) === JSON.stringify(right)

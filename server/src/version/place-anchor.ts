import { type AnchorEnds, anchorAt, findQuote, quoteAt, type Range, resolveAnchor } from '@parley/document'
import type { ParameterFields } from '@parley/model'
import type { OpenThread } from '@parley/protocol'
import type * as Y from 'yjs'
import { ProblemError } from '../problem-error.ts'
import type { Tx } from '../store/index.ts'
import type { RequirementState } from './document-state.ts'
import { readTextDocument } from './read-text-document.ts'

/** Where a thread's words stand. */
export interface PlacedAnchor extends AnchorEnds {
  readonly quote: string
  readonly range: Range
}

const longestQuote = 2_000

/** A chip in quoted words: its label, since its value changes. */
export const chipWords =
  (parameters: readonly (Pick<ParameterFields, 'label'> & { readonly id: string })[]) =>
  (id: string): string =>
    `[${parameters.find((parameter) => parameter.id === id)?.label ?? ''}]`

/**
 * Finds the words that a new thread is about in the text as it is stored; the server words the quote itself. Positions
 * that mean nothing here (words that are not stored yet) are given up for the quote; `quote-not-found` without either.
 */
export async function placeAnchor(
  tx: Tx,
  requirement: RequirementState,
  anchor: NonNullable<OpenThread['anchor']>,
): Promise<PlacedAnchor> {
  const doc = await readTextDocument(tx, requirement.text.id)
  try {
    const placed = place(doc, requirement, anchor)
    if (!placed) throw new ProblemError('quote-not-found')
    return placed
  } finally {
    doc.destroy()
  }
}

function place(
  doc: Y.Doc,
  { text, parameters }: RequirementState,
  anchor: NonNullable<OpenThread['anchor']>,
): PlacedAnchor | null {
  const chip = chipWords(parameters)
  const given = 'start' in anchor ? resolveAnchor(doc, anchor) : null
  const range = given ?? findQuote(text.content, anchor.quote.trim(), 0, chip)
  const ends = range && anchorAt(doc, range.from, range.to)
  const held = ends && resolveAnchor(doc, ends)
  const quote = held && quoteAt(text.content, held.from, held.to, chip)
  return held && ends && quote ? { ...ends, range: held, quote: quote.slice(0, longestQuote) } : null
}

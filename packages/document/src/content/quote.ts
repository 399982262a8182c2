import type { NodeJson, TextContent } from '@parley/model'
import { isLeaf } from '../html/node-size.ts'
import { type ChipWords, chipIdOf } from './words.ts'

/** A range in ProseMirror positions. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** A piece of the text's words and the positions that it covers. */
interface Piece {
  readonly words: string
  readonly from: number
  readonly to: number
}

/** The words between two positions, blocks apart by a line end; chips as `chip` words them, `{{id}}` by default. */
export function quoteAt(content: TextContent, from: number, to: number, chip?: ChipWords): string {
  const inside = pieces(content, chip).filter((piece) => piece.from < to && piece.to > from)
  return inside
    .map((piece) =>
      isPlain(piece) ? piece.words.slice(Math.max(0, from - piece.from), to - piece.from) : piece.words,
    )
    .join('')
    .trim()
}

/**
 * Where a quote stands: its only place, or the one nearest to `near`; `null` where it is absent, or where it stands more
 * than once and nothing says which is meant.
 */
export function findQuote(
  content: TextContent,
  quote: string,
  near?: number,
  chip?: ChipWords,
): Range | null {
  if (quote === '') return null
  const all = pieces(content, chip)
  const words = all.map((piece) => piece.words).join('')
  const found: Range[] = []
  for (let at = words.indexOf(quote); at >= 0; at = words.indexOf(quote, at + 1)) {
    found.push({ from: positionAt(all, at, 'from'), to: positionAt(all, at + quote.length, 'to') })
  }
  if (near === undefined) return found.length === 1 ? (found[0] ?? null) : null
  return found.toSorted((a, b) => Math.abs(a.from - near) - Math.abs(b.from - near))[0] ?? null
}

/** Whether each character of the piece is one position. */
const isPlain = ({ words, from, to }: Piece) => words.length === to - from

function positionAt(all: readonly Piece[], offset: number, side: 'from' | 'to'): number {
  let start = 0
  for (const piece of all) {
    const end = start + piece.words.length
    const within = side === 'from' ? offset < end : offset <= end && offset > start
    if (within) return isPlain(piece) ? piece.from + offset - start : piece[side]
    start = end
  }
  throw new Error(`quote: expected an offset within ${start}, got ${offset}`)
}

function pieces(content: TextContent, chip: ChipWords = (id) => `{{${id}}}`): Piece[] {
  const found: Piece[] = []
  const visit = (node: NodeJson, position: number): number => {
    if (node.type === 'text') return add(node.text ?? '', position, position + (node.text?.length ?? 0))
    if (isLeaf(node.type))
      return add(node.type === 'hardBreak' ? '\n' : chip(chipIdOf(node)), position, position + 1)
    let at = position + 1
    const last = found.at(-1)
    if (last && !last.words.endsWith('\n')) add('\n', last.to, at)
    for (const child of node.content ?? []) at = visit(child, at)
    return at + 1
  }
  const add = (words: string, from: number, to: number) => {
    if (words !== '') found.push({ words, from, to })
    return to
  }
  visit(content, -1)
  return found
}

import type { NodeJson } from '@parley/model'
import { canonicalNode } from '../canonical/canonical-content.ts'
import { canonicalJson } from '../canonical/canonical-json.ts'
import { tokensOf } from './words.ts'

/** A block of the earlier version with its counterpart in the later one; one side is absent where there is none. */
export interface Aligned {
  readonly before: NodeJson | null
  readonly after: NodeJson | null
}

/** Blocks less alike than this are not the same block reworded. */
const threshold = 0.4

/** More pairs than this are compared by place only. */
const area = 250_000

/** Finds for each block its counterpart, in order, so that the likeness of all pairs together is greatest. */
export function alignBlocks(before: readonly NodeJson[], after: readonly NodeJson[]): Aligned[] {
  const [a, b] = [before.map(keyOf), after.map(keyOf)]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1
  const pair = (i: number, j: number): Aligned => ({ before: before[i] ?? null, after: after[j] ?? null })
  return [
    ...Array.from({ length: head }, (_, index) => pair(index, index)),
    ...alignMiddle(
      before.slice(head, a.length - tail).map(measure),
      after.slice(head, b.length - tail).map(measure),
    ),
    ...Array.from({ length: tail }, (_, index) => pair(a.length - tail + index, b.length - tail + index)),
  ]
}

const keyOf = (node: NodeJson) => canonicalJson(canonicalNode(node))

interface Measured {
  readonly node: NodeJson
  readonly key: string
  readonly words: ReadonlyMap<string, number>
  readonly count: number
}

function measure(node: NodeJson): Measured {
  const words = new Map<string, number>()
  let count = 0
  const visit = (each: NodeJson) => {
    const tokens = each.type === 'parameter' ? [`#${String(each.attrs?.id)}`] : tokensOf(each.text ?? '')
    for (const token of tokens) {
      if (token.trim() === '') continue
      words.set(token, (words.get(token) ?? 0) + 1)
      count += 1
    }
    each.content?.forEach(visit)
  }
  visit(node)
  return { node, key: keyOf(node), words, count }
}

const kinds: Readonly<Record<string, string>> = {
  heading: 'words',
  paragraph: 'words',
  bulletList: 'list',
  orderedList: 'list',
  tableHeader: 'cell',
  tableCell: 'cell',
}

/** Whether two types of block may be one block of which the type was changed. */
const isSameKind = (a: NodeJson, b: NodeJson) => (kinds[a.type] ?? a.type) === (kinds[b.type] ?? b.type)

/** How alike two blocks are, 0 to 1: twice the words in common over the words of both. */
function likeness(a: Measured, b: Measured): number {
  if (!isSameKind(a.node, b.node)) return 0
  if (a.key === b.key) return 1
  if (a.node.type === 'title') return 1
  // A run of words between chips is the same run however it was reworded.
  const least = a.node.type === 'run' ? 0.1 : 0
  if (a.count + b.count === 0) return 0.9
  let common = 0
  for (const [word, count] of a.words) common += Math.min(count, b.words.get(word) ?? 0)
  const dice = (2 * common) / (a.count + b.count)
  return dice >= threshold ? dice * 0.99 : least
}

function alignMiddle(a: readonly Measured[], b: readonly Measured[]): Aligned[] {
  if (a.length * b.length > area) return byPlace(a, b)
  const width = b.length + 1
  const scores = new Float64Array((a.length + 1) * width)
  const like = new Float64Array(a.length * b.length)
  const at = (i: number, j: number) => scores[i * width + j] ?? 0
  const likeAt = (i: number, j: number) => like[i * b.length + j] ?? 0
  for (const [i, from] of [...a.entries()].reverse()) {
    for (const [j, to] of [...b.entries()].reverse()) {
      like[i * b.length + j] = likeness(from, to)
      const paired = likeAt(i, j) > 0 ? at(i + 1, j + 1) + likeAt(i, j) : 0
      scores[i * width + j] = Math.max(paired, at(i + 1, j), at(i, j + 1))
    }
  }
  const aligned: Aligned[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [from, to] = [a[i], b[j]]
    if (from && to && likeAt(i, j) > 0 && at(i, j) === at(i + 1, j + 1) + likeAt(i, j)) {
      aligned.push({ before: from.node, after: to.node })
      i += 1
      j += 1
    } else if (from && (!to || at(i + 1, j) >= at(i, j + 1))) {
      aligned.push({ before: from.node, after: null })
      i += 1
    } else if (to) {
      aligned.push({ before: null, after: to.node })
      j += 1
    }
  }
  return aligned
}

function byPlace(a: readonly Measured[], b: readonly Measured[]): Aligned[] {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, index): Aligned[] => {
    const [from, to] = [a[index]?.node ?? null, b[index]?.node ?? null]
    if (from && to && !isSameKind(from, to))
      return [
        { before: from, after: null },
        { before: null, after: to },
      ]
    return [{ before: from, after: to }]
  }).flat()
}

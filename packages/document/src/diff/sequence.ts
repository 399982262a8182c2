/** A run of one comparison: elements of both, of the later one only, or of the earlier one only. */
export interface Run<Item> {
  readonly change: 'kept' | 'added' | 'removed'
  readonly before: readonly Item[]
  readonly after: readonly Item[]
}

/** Beyond this many cells the comparison gives up on the middle and calls it replaced. */
const area = 4_000_000

/** Compares two sequences by a longest common subsequence; removed runs come before added ones. */
export function compareSequences<Item>(
  before: readonly Item[],
  after: readonly Item[],
  key: (item: Item) => string,
): Run<Item>[] {
  const [a, b] = [before.map(key), after.map(key)]
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1
  let tail = 0
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail += 1
  const pairs = commonPairs(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  const kept = [
    ...Array.from({ length: head }, (_, index): Pair => [index, index]),
    ...pairs.map(([i, j]): Pair => [i + head, j + head]),
    ...Array.from({ length: tail }, (_, index): Pair => [a.length - tail + index, b.length - tail + index]),
  ]
  return runsOf(before, after, kept)
}

type Pair = readonly [before: number, after: number]

function commonPairs(a: readonly string[], b: readonly string[]): Pair[] {
  if (a.length === 0 || b.length === 0 || a.length * b.length > area) return []
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: Pair[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}

function runsOf<Item>(before: readonly Item[], after: readonly Item[], kept: readonly Pair[]): Run<Item>[] {
  const runs: { change: Run<Item>['change']; before: Item[]; after: Item[] }[] = []
  const add = (change: Run<Item>['change'], from: readonly Item[], to: readonly Item[]) => {
    if (from.length + to.length === 0) return
    const last = runs.at(-1)
    const run = last?.change === change ? last : { change, before: [], after: [] }
    if (run !== last) runs.push(run)
    for (const item of from) run.before.push(item)
    for (const item of to) run.after.push(item)
  }
  let [i, j] = [0, 0]
  for (const [nextI, nextJ] of [...kept, [before.length, after.length] as const]) {
    add('removed', before.slice(i, nextI), [])
    add('added', [], after.slice(j, nextJ))
    if (nextI < before.length) add('kept', before.slice(nextI, nextI + 1), after.slice(nextJ, nextJ + 1))
    i = nextI + 1
    j = nextJ + 1
  }
  return runs
}

import * as Y from 'yjs'
import { type Bomb, item, numbers, own, structs, update } from './bomb.ts'

const many = 0xffff_ffff

/** Numbers that promise more than there is: structs, lengths, deletions. */
export const counts: readonly Bomb[] = [
  update('four thousand million clients', () => numbers(many, 1)),
  update('four thousand million structs', () => numbers(1, many, own, 0, 0, 1)),
  update('four thousand million ranges to delete', () => numbers(0, 1, own, many, 0, 1)),
  update('four thousand million clients that delete', () => numbers(0, many)),
  update('a range of all clocks to delete, of everybody', (doc) =>
    numbers(0, doc.store.clients.size, ...[...doc.store.clients.keys()].flatMap((id) => [id, 1, 0, 2 ** 50])),
  ),
  update('the same range three hundred thousand times', (doc) => {
    const [client = own] = doc.store.clients.keys()
    const ranges = Array.from({ length: 300_000 }, () => [0, 1]).flat()
    return numbers(0, 1, client, 300_000, ranges)
  }),
  structs('a gap of two thousand million clocks', () => [new Y.GC(Y.createID(own, 0), 2 ** 31 - 1)]),
  structs('a gap beyond every number', () => [new Y.GC(Y.createID(own, 0), 2 ** 52)]),
  structs('a skip over everything', () => [new Y.Skip(Y.createID(own, 0), 2 ** 31 - 1)]),
  structs('deleted letters without end', () => [item(0, new Y.ContentDeleted(2 ** 31 - 1))]),
  structs('a hundred thousand gaps of one clock', () =>
    Array.from({ length: 100_000 }, (_, clock) => new Y.GC(Y.createID(own, clock), 1)),
  ),
  structs('an array of values longer than its bytes', () => [item(0, new Y.ContentAny([]))]),
]

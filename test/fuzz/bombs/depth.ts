import * as Y from 'yjs'
import { type Bomb, item, own, structs } from './bomb.ts'

const nested = (depth: number): unknown => {
  let value: unknown = 1
  for (let level = 0; level < depth; level++) value = level % 2 ? [value] : { deeper: value }
  return value
}

/** Elements, each in the one before. */
const elements = (name: string, depth: number) =>
  Array.from({ length: depth }, (_, clock) => {
    const parent = clock === 0 ? 'content' : Y.createID(own, clock - 1)
    return item(clock, new Y.ContentType(new Y.XmlElement(name)), { parent })
  })

/** An element in the root with attributes. */
const withAttributes = (attributes: readonly (readonly [string, unknown])[]) => [
  item(0, new Y.ContentType(new Y.XmlElement('paragraph'))),
  ...attributes.map(([key, value], at) =>
    item(at + 1, new Y.ContentAny([value]), { parent: Y.createID(own, 0), key }),
  ),
]

/** Content that is deep, or huge. */
export const depth: readonly Bomb[] = [
  structs('quotations twenty thousand deep', () => elements('blockquote', 20_000)),
  structs('lists a thousand deep', () => elements('bulletList', 1_000)),
  structs('elements that nobody knows, deep', () => elements('x'.repeat(500), 1_500)),
  structs('an attribute two thousand deep', () => withAttributes([['align', nested(2_000)]])),
  structs('values two thousand deep', () => [item(0, new Y.ContentAny([nested(2_000)]))]),
  structs('JSON two thousand deep', () => [item(0, new Y.ContentJSON([nested(2_000)]))]),
  structs('a mark two thousand deep', () => [item(0, new Y.ContentFormat('bold', nested(2_000) as object))]),
  structs('an embed two thousand deep', () => [item(0, new Y.ContentEmbed(nested(2_000) as object))]),
  structs('an attribute of a megabyte', () => withAttributes([['align', 'x'.repeat(1_000_000)]])),
  structs('nineteen thousand attributes', () =>
    withAttributes(Array.from({ length: 19_000 }, (_, at) => [`key${at}`, at] as const)),
  ),
  structs('one attribute set nineteen thousand times', () =>
    withAttributes(Array.from({ length: 19_000 }, (_, at) => ['align', at] as const)),
  ),
  structs('twenty thousand blocks', () =>
    Array.from({ length: 20_000 }, (_, clock) =>
      item(clock, new Y.ContentType(new Y.XmlElement('paragraph'))),
    ),
  ),
  structs('words among blocks', () => [item(0, new Y.ContentString('x'.repeat(900_000)))]),
  structs('a text without words in the root', () => [item(0, new Y.ContentType(new Y.XmlText()))]),
]

import fc from 'fast-check'
import * as Y from 'yjs'
import { encodeUpdate, type Struct } from './encode-update.ts'

const fields = [
  'client',
  'clock',
  'origin',
  'rightOrigin',
  'parent',
  'parentSub',
  'content',
  'gap',
  'drop',
  'double',
  'swap',
  'delete',
] as const

/** One change of an update's structs or deletions, as data: which struct, what of it, and a number that says how. */
export interface Change {
  readonly field: (typeof fields)[number]
  readonly struct: number
  readonly value: number
}

/** Any change. */
export const anyChange: fc.Arbitrary<Change> = fc.record({
  field: fc.constantFrom(...fields),
  struct: fc.nat({ max: 30 }),
  value: fc.nat({ max: 200 }),
})

/** The client id that the hostile one writes under. */
export const forged = 2_000

/** Client ids that texts of the fuzzer know, and some that nobody has. */
const clients = [1, forged, 3, 900_000, 0, 77, 0xffff_ffff] as const
const pick = <Value>(values: readonly Value[], number: number): Value => {
  const value = values[number % values.length]
  if (value === undefined) throw new Error('expected something to pick from')
  return value
}

/** An id near what is there: small clocks exist, large ones do not. */
const anyId = (value: number) =>
  Y.createID(pick(clients, value), value % 5 === 4 ? 2 ** 31 - 1 : Math.floor(value / clients.length))

const keys = ['level', '__proto__', 'constructor', 'x', '', 'href', 'id', 'colspan'] as const

const deep = (depth: number): unknown => (depth === 0 ? 1 : { deeper: deep(depth - 1) })

const contents: readonly ((value: number) => Y.Item['content'])[] = [
  (value) => new Y.ContentDeleted(value + 1),
  (value) => new Y.ContentDeleted(2 ** 31 - 1 - value),
  () => new Y.ContentString('\u0000'),
  (value) => new Y.ContentString('🙂'.repeat(1 + (value % 7))),
  (value) => new Y.ContentString('x'.repeat(value * 500 + 1)),
  (value) => new Y.ContentJSON([deep(value % 60), undefined]),
  (value) => new Y.ContentBinary(new Uint8Array(value)),
  (value) => new Y.ContentEmbed({ image: deep(value % 20) }),
  (value) => new Y.ContentFormat(pick(keys, value), deep(value % 12) as object),
  (value) => new Y.ContentFormat('bold', (value % 2 ? {} : null) as object),
  (value) => new Y.ContentFormat('link', { href: pick(['javascript:alert(1)', 'x', 7], value) }),
  (value) => new Y.ContentAny([pick([1, 'a', null, deep(value % 12), [[[]]], -0.5], value)]),
  (value) => new Y.ContentAny(Array.from({ length: value + 1 }, (_, at) => at)),
  () => new Y.ContentDoc(new Y.Doc()),
  () => new Y.ContentType(new Y.Map()),
  () => new Y.ContentType(new Y.Array()),
  () => new Y.ContentType(new Y.Text()),
  () => new Y.ContentType(new Y.XmlText()),
  () => new Y.ContentType(new Y.XmlHook('hook')),
  () => new Y.ContentType(new Y.XmlFragment()),
  (value) => new Y.ContentType(new Y.XmlElement(pick(names, value))),
]

const names = [
  'paragraph',
  'title',
  'table',
  'tableRow',
  'tableCell',
  'parameter',
  'listItem',
  'script',
] as const

const root = 'content'

function changed(struct: Struct, { field, value }: Change): Struct[] {
  const { id } = struct
  if (field === 'gap') return [value % 2 ? new Y.GC(id, 1 + value ** 3) : new Y.Skip(id, 1 + value)]
  if (field === 'drop') return []
  if (field === 'double') return [struct, struct]
  if (!(struct instanceof Y.Item)) return [struct]
  const parts = {
    id,
    origin: struct.origin,
    rightOrigin: struct.rightOrigin,
    parent: struct.parent as Y.ID | string | null,
    parentSub: struct.parentSub,
    content: struct.content,
  }
  switch (field) {
    case 'client':
      parts.id = Y.createID(pick(clients, value), id.clock)
      break
    case 'clock':
      parts.id = Y.createID(id.client, Math.max(0, id.clock + (value % 2 ? value : -value)))
      break
    case 'origin':
      parts.origin = value % 4 === 0 ? null : anyId(value)
      break
    case 'rightOrigin':
      parts.rightOrigin = value % 4 === 0 ? null : anyId(value)
      break
    case 'parent':
      parts.parent = value % 5 === 0 ? pick([root, 'hidden', ''], value) : anyId(value)
      parts.origin = null
      parts.rightOrigin = null
      break
    case 'parentSub':
      parts.parentSub = value % 4 === 0 ? null : pick(keys, value)
      break
    case 'content':
      parts.content = pick(contents, value)(value)
      break
    case 'swap':
    case 'delete':
      break
    default:
      field satisfies never
  }
  const { origin, rightOrigin, parentSub, content } = parts
  const parent = origin === null && rightOrigin === null ? (parts.parent ?? root) : null
  // reason: an id or a name stands for a parent in an update that was decoded, which the type leaves out
  return [new Y.Item(parts.id, null, origin, null, rightOrigin, parent as Y.ID, parentSub, content)]
}

/** The bytes of an update after some changes; what they make is up to whoever reads it. */
export function mutate(update: Uint8Array, changes: readonly Change[]): Uint8Array {
  const decoded = Y.decodeUpdate(update)
  let structs: Struct[] = decoded.structs
  const deletions = [...decoded.ds.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, len })),
  )
  for (const change of changes) {
    const { field, value } = change
    if (field === 'delete') {
      deletions.push({ ...anyId(value), len: value % 3 === 0 ? 2 ** 30 : 1 + (value % 4) })
      continue
    }
    const at = change.struct % Math.max(1, structs.length)
    const struct = structs[at]
    if (struct === undefined) continue
    const other = structs[value % structs.length]
    if (field === 'swap' && other !== undefined) {
      structs = structs.toSpliced(at, 1, other).toSpliced(value % structs.length, 1, struct)
    } else structs = structs.toSpliced(at, 1, ...changed(struct, change))
  }
  return encodeUpdate(structs, deletions)
}

import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/**
 * The same edits as somebody new would have made them: whatever client `from` wrote in `update`, a V1 update of its own
 * edits, is now written by client `to`, from clock 0 on. What it builds on and deletes of others, and of `from` before
 * this update, stays. `null` where the update is not one run of edits by `from`.
 */
export function reissue(update: Uint8Array, from: number, to: number): Uint8Array | null {
  const { structs, ds } = Y.decodeUpdate(update)
  const base = structs[0]?.id.clock ?? Number.POSITIVE_INFINITY
  const rename = ({ client, clock }: Y.ID) =>
    client === from && clock >= base ? Y.createID(to, clock - base) : Y.createID(client, clock)
  const renamed: (Y.Item | Y.GC)[] = []
  for (const struct of structs) {
    if (struct.id.client !== from || struct instanceof Y.Skip) return null
    renamed.push(
      struct instanceof Y.Item ? renameItem(struct, rename) : new Y.GC(rename(struct.id), struct.length),
    )
  }
  const encoder = new Y.UpdateEncoderV1()
  const out = encoder.restEncoder
  encoding.writeVarUint(out, renamed.length > 0 ? 1 : 0)
  if (renamed.length > 0) {
    encoding.writeVarUint(out, renamed.length)
    encoder.writeClient(to)
    encoding.writeVarUint(out, 0)
    for (const struct of renamed) struct.write(encoder, 0)
  }
  writeDeleted(out, deletedRanges(ds, from, to, base))
  return encoder.toUint8Array()
}

function renameItem(item: Y.Item, rename: (id: Y.ID) => Y.ID): Y.Item {
  const { origin, rightOrigin, parent } = item
  return new Y.Item(
    rename(item.id),
    null,
    origin && rename(origin),
    null,
    rightOrigin && rename(rightOrigin),
    // reason: decoded items name their parent by its id; a root's name stays
    parent instanceof Y.ID ? rename(parent) : parent,
    item.parentSub,
    item.content,
  )
}

type Ranges = Map<number, { readonly clock: number; readonly len: number }[]>

function deletedRanges(
  ds: ReturnType<typeof Y.decodeUpdate>['ds'],
  from: number,
  to: number,
  base: number,
): Ranges {
  const ranges: Ranges = new Map()
  const add = (client: number, clock: number, len: number) => {
    if (len > 0) ranges.set(client, [...(ranges.get(client) ?? []), { clock, len }])
  }
  for (const [client, deleted] of ds.clients) {
    for (const { clock, len } of deleted) {
      const before = client === from ? Math.min(len, Math.max(0, base - clock)) : len
      add(client, clock, before)
      add(to, clock + before - base, len - before)
    }
  }
  return ranges
}

function writeDeleted(out: encoding.Encoder, ranges: Ranges): void {
  encoding.writeVarUint(out, ranges.size)
  for (const [client, deleted] of ranges) {
    encoding.writeVarUint(out, client)
    encoding.writeVarUint(out, deleted.length)
    for (const { clock, len } of deleted) {
      encoding.writeVarUint(out, clock)
      encoding.writeVarUint(out, len)
    }
  }
}

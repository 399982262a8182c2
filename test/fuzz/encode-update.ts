import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

/** Whatever an update may hold. */
export type Struct = Y.Item | Y.GC | Y.Skip

interface Deletion {
  readonly client: number
  readonly clock: number
  readonly len: number
}

/** A V1 update of any structs and deletions, in the order given, whether they make sense or not. */
export function encodeUpdate(structs: readonly Struct[], deletions: readonly Deletion[] = []): Uint8Array {
  const encoder = new Y.UpdateEncoderV1()
  const out = encoder.restEncoder
  const byClient = Map.groupBy(structs, ({ id }) => id.client)
  encoding.writeVarUint(out, byClient.size)
  for (const [client, own] of byClient) {
    encoding.writeVarUint(out, own.length)
    encoder.writeClient(client)
    encoding.writeVarUint(out, own[0]?.id.clock ?? 0)
    for (const struct of own) struct.write(encoder, 0)
  }
  const ranges = Map.groupBy(deletions, ({ client }) => client)
  encoding.writeVarUint(out, ranges.size)
  for (const [client, own] of ranges) {
    encoding.writeVarUint(out, client)
    encoding.writeVarUint(out, own.length)
    for (const { clock, len } of own) {
      encoding.writeVarUint(out, clock)
      encoding.writeVarUint(out, len)
    }
  }
  return encoder.toUint8Array()
}

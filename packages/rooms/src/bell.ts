import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** What a server rings on the bus after it has written: the text's last entry. */
export const makeBell = (seq: number) => encoding.encode((encoder) => encoding.writeVarUint(encoder, seq))

/** The last entry a bell tells of. */
export const readBell = (bytes: Uint8Array) => decoding.readVarUint(decoding.createDecoder(bytes))

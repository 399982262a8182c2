import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'

const bytes = (write: (encoder: encoding.Encoder) => void) => encoding.encode(write)
const uints = (encoder: encoding.Encoder, ...values: number[]) => {
  for (const value of values) encoding.writeVarUint(encoder, value)
}
const xmlElement = 3

/** An update of one client from clock 0 with `structs` structs, and deletions. */
function updateBy(
  client: number,
  structs: number,
  write: (encoder: encoding.Encoder) => void,
  writeDeletions: (encoder: encoding.Encoder) => void = (encoder) => uints(encoder, 0),
): Uint8Array {
  return bytes((encoder) => {
    uints(encoder, 1, structs, client, 0)
    write(encoder)
    writeDeletions(encoder)
  })
}

/** A paragraph right of what is at `left`, or first of all where that is `null`. */
function writeParagraph(encoder: encoding.Encoder, client: number, left: number | null): void {
  if (left === null) {
    encoding.writeUint8(encoder, 7)
    uints(encoder, 1)
    encoding.writeVarString(encoder, 'content')
  } else {
    encoding.writeUint8(encoder, 7 | 0x80)
    uints(encoder, client, left)
  }
  uints(encoder, xmlElement)
  encoding.writeVarString(encoder, 'paragraph')
}

/**
 * `count` paragraphs in a row, then `count` that each claim to have been put before everything while it ended at one of
 * those: Yjs takes `count` squared steps to find their places.
 */
export const tangledUpdate = (client: number, count: number): Uint8Array =>
  updateBy(client, 2 * count, (encoder) => {
    for (let at = 0; at < count; at++) writeParagraph(encoder, client, at === 0 ? null : at - 1)
    for (let at = 0; at < count; at++) {
      encoding.writeUint8(encoder, 7 | 0x40)
      uints(encoder, client, at, xmlElement)
      encoding.writeVarString(encoder, 'paragraph')
    }
  })

/** A paragraph whose pieces of text begin `keys` different marks: Yjs copies all that are in force for every piece. */
export const markedUpdate = (client: number, pieces: number, keys: number): Uint8Array =>
  updateBy(client, 2 + 2 * pieces, (encoder) => {
    writeParagraph(encoder, client, null)
    encoding.writeUint8(encoder, 7)
    uints(encoder, 0, client, 0, 6)
    for (let at = 0; at < 2 * pieces; at++) {
      const isMark = at % 2 === 0
      encoding.writeUint8(encoder, (isMark ? 6 : 4) | (at === 0 ? 0 : 0x80))
      if (at === 0) uints(encoder, 0, client, 1)
      else uints(encoder, client, 1 + at)
      encoding.writeVarString(encoder, isMark ? `mark${(at / 2) % keys}` : 'x')
      if (isMark) encoding.writeVarString(encoder, '{}')
    }
  })

/**
 * Updates that write a title of so many letters in one piece, and behind it as many pieces of one letter as cannot be
 * joined, each update with at most ten thousand of them.
 */
export function* manyPieces(client: number, letters: number, pieces: number): Generator<Uint8Array> {
  const doc = new Y.Doc()
  doc.clientID = client
  const [title, paragraph] = [new Y.XmlElement('title'), new Y.XmlElement('paragraph')]
  const [long, short] = [new Y.XmlText('x'.repeat(letters)), new Y.XmlText()]
  doc.getXmlFragment('content').push([title, paragraph])
  title.push([long])
  paragraph.push([short])
  yield Y.encodeStateAsUpdate(doc)
  for (let left = pieces; left > 0; left -= 10_000) {
    const before = Y.encodeStateVector(doc)
    doc.transact(() => {
      for (let piece = 0; piece < Math.min(left, 10_000); piece++) short.insert(0, 'y')
    })
    yield Y.encodeStateAsUpdate(doc, before)
  }
}

/** Deletes every other letter from a clock on: each splits what it lies in, and Yjs makes room among all that follows. */
export const splittingUpdate = (client: number, from: number, times: number): Uint8Array =>
  bytes((encoder) => {
    uints(encoder, 0, 1, client, times)
    for (let time = 0; time < times; time++) uints(encoder, from + 2 * time, 1)
  })

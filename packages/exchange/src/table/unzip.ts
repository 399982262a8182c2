import { Inflate } from 'fflate'
import { Unreadable } from '../read-result.ts'
import { tableLimits } from './table.ts'

/** A file in a zip archive as its central directory tells of it. */
interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}

const signatures = { end: 0x06054b50, directory: 0x02014b50, local: 0x04034b50 }
const chunk = 16_384

/**
 * The files of a zip archive whose names are wanted. Sizes are checked twice: as the directory states them, before anything
 * is unpacked, and as they turn out, while it is; a directory may lie.
 */
export function unzip(archive: Uint8Array, isWanted: (name: string) => boolean): Map<string, Uint8Array> {
  const entries = readDirectory(archive).filter((entry) => isWanted(entry.name))
  let left: number = tableLimits.unpackedBytes
  if (entries.reduce((sum, entry) => sum + entry.unpacked, 0) > left) throw bomb()
  const files = new Map<string, Uint8Array>()
  for (const entry of entries) {
    const file = unpack(archive, entry, left)
    left -= file.length
    files.set(entry.name, file)
  }
  return files
}

function readDirectory(archive: Uint8Array): Entry[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > tableLimits.entries) throw bomb()
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > archive.length || view.getUint32(at, true) !== signatures.directory) throw damaged()
    const nameLength = view.getUint16(at + 28, true)
    const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1
    if (isEncrypted) throw new Unreadable({ code: 'old-or-encrypted-workbook' })
    entries.push({
      name: new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      unpacked: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** The end record is the last thing in the archive, before a comment of at most 65,535 bytes. */
function findEnd(view: DataView): number {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 65_535); at -= 1) {
    if (view.getUint32(at, true) === signatures.end) return at
  }
  throw damaged()
}

function unpack(archive: Uint8Array, entry: Entry, limit: number): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const { offset } = entry
  if (offset + 30 > archive.length || view.getUint32(offset, true) !== signatures.local) throw damaged()
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  const packed = archive.subarray(start, start + entry.packed)
  if (packed.length < entry.packed) throw damaged()
  if (entry.method === 0) {
    if (packed.length > limit) throw bomb()
    return packed
  }
  if (entry.method !== 8) throw damaged()
  return inflate(packed, limit)
}

function inflate(packed: Uint8Array, limit: number): Uint8Array {
  const pieces: Uint8Array[] = []
  let length = 0
  const stream = new Inflate((piece) => {
    length += piece.length
    if (length > limit) throw bomb()
    pieces.push(piece)
  })
  try {
    for (let at = 0; at < packed.length; at += chunk) {
      stream.push(packed.subarray(at, at + chunk), at + chunk >= packed.length)
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : damaged()
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

const bomb = () => new Unreadable({ code: 'zip-bomb', limit: tableLimits.unpackedBytes })
const damaged = () => new Unreadable({ code: 'not-a-spreadsheet' })

import { inflateRawSync } from 'node:zlib'

/** All that is written in the files of a ZIP archive, as one text; follows its central directory. */
export function unzipText(archive: Uint8Array): string {
  const bytes = Buffer.from(archive)
  const texts: string[] = []
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4)) {
    const method = bytes.readUInt16LE(at + 10)
    const size = bytes.readUInt32LE(at + 20)
    const header = bytes.readUInt32LE(at + 42)
    const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28)
    const packed = bytes.subarray(start, start + size)
    texts.push((method === 0 ? packed : inflateRawSync(packed)).toString('utf8'))
  }
  if (texts.length === 0) throw new Error('expected a ZIP archive with files, got none')
  return texts.join('\n')
}

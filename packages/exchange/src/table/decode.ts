import { type Losses, Unreadable } from '../read-result.ts'

/**
 * The text in the bytes of a CSV file: by its byte order mark, else UTF-8 where it is valid, else Windows-1252, which is
 * what Excel writes in western Europe.
 */
export function decode(bytes: Uint8Array, losses: Losses): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes)
  const lost = text.split('\ufffd').length - 1
  losses.add('undecodable-characters', '', '', lost)
  if (text.includes('\u0000')) throw new Unreadable({ code: 'not-a-spreadsheet' })
  return text
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 1_000)
  const zeros = (offset: number) => sample.filter((byte, index) => index % 2 === offset && byte === 0).length
  if (zeros(1) > sample.length / 4) return 'utf-16le'
  if (zeros(0) > sample.length / 4) return 'utf-16be'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

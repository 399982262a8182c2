import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The embedded database as it lies on disk at one moment. */
export interface DiskImage {
  readonly database: Buffer
  readonly log: Buffer
}

/** Reads it; the process that writes must stand still meanwhile. */
export const readImage = (folder: string): DiskImage => ({
  database: readFileSync(join(folder, 'parley.db')),
  log: readFileSync(join(folder, 'parley.db-wal')),
})

/** Puts it back, for a process that begins anew. */
export function writeImage(folder: string, { database, log }: DiskImage): void {
  rmSync(join(folder, 'parley.db-shm'), { force: true })
  writeFileSync(join(folder, 'parley.db'), database)
  writeFileSync(join(folder, 'parley.db-wal'), log)
}

/** What becomes of the bytes that a power cut kept from the disk. */
export const damages = ['cut off', 'as they were before', 'garbled'] as const
export type Damage = (typeof damages)[number]

/** Bytes of the log's header, with the salt of the frames that belong to it. */
const headerBytes = 32

/**
 * The database after a power cut between two moments: what was on disk at the first, and of what was written to the log
 * since only a part (`share`, 0 to 1), the rest damaged. Where the log was begun anew in between nothing is added.
 */
export function tear(before: DiskImage, after: DiskImage, share: number, damage: Damage): DiskImage {
  const isSameLog = before.log.subarray(0, headerBytes).equals(after.log.subarray(0, headerBytes))
  if (!isSameLog) return before
  const { log } = after
  const from = log.findIndex((byte, at) => byte !== before.log[at])
  if (from < 0) throw new Error('expected that something was written in between')
  const at = from + Math.floor((log.length - from) * share)
  const rest = {
    'cut off': () => Buffer.alloc(0),
    'as they were before': () => before.log.subarray(at),
    garbled: () => log.subarray(at).map((byte) => byte ^ 0x5a),
  }[damage]()
  return { database: before.database, log: Buffer.concat([log.subarray(0, at), rest]) }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { pause } from './pause.ts'
import { quantile } from './probe.ts'

const commits = 200

/**
 * Milliseconds of one commit to SQLite in WAL mode with synchronous=FULL on this machine: median and 99 of 100. Committed at
 * the pace of the load, since a disk that is asked now and then answers later than one that is asked all the time.
 */
export async function measureCommit(
  perSecond: number,
): Promise<{ readonly p50: number; readonly p99: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-commit-'))
  const database = new DatabaseSync(join(folder, 'commit.db'))
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = full; create table entry (data blob)')
    const insert = database.prepare('insert into entry values (zeroblob(300))')
    const times: number[] = []
    for (let commit = 0; commit < commits; commit++) {
      await pause(1_000 / perSecond)
      const began = performance.now()
      insert.run()
      times.push(performance.now() - began)
    }
    return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) }
  } finally {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { quantile } from './probe.ts'

/** Milliseconds of one commit to SQLite in WAL mode with synchronous=FULL on this machine: median and 99 of 100. */
export function measureCommit(): { readonly p50: number; readonly p99: number } {
  const folder = mkdtempSync(join(tmpdir(), 'parley-commit-'))
  const database = new DatabaseSync(join(folder, 'commit.db'))
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = full; create table entry (data blob)')
    const insert = database.prepare('insert into entry values (zeroblob(300))')
    const times = Array.from({ length: 500 }, () => {
      const began = performance.now()
      insert.run()
      return performance.now() - began
    })
    return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) }
  } finally {
    database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

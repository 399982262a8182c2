import { mayReceive } from '@parley/policy'
import type { SnapshotSummary } from '@parley/protocol'
import type { Sight } from '../project/viewer.ts'
import type { SnapshotRecord } from '../version/read-snapshots.ts'

/** A snapshot in a list; `null` for whom it was not taken. */
export function presentSnapshot(snapshot: SnapshotRecord, { viewer }: Sight): SnapshotSummary | null {
  if (!mayReceive(viewer, snapshot.audience)) return null
  const { id, number, name, note, kind, by, party, at, requirements, fingerprint } = snapshot
  return { id, number, name, note, kind, by, party, at, requirements, fingerprint }
}

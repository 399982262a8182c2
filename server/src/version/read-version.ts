import type { Version, VersionContent } from '@parley/protocol'
import { presentSnapshot } from '../present/snapshot.ts'
import { presentNow, presentStored, standingAudience } from '../present/version.ts'
import { ProblemError } from '../problem-error.ts'
import type { Sight } from '../project/viewer.ts'
import type { Reader } from '../store/index.ts'
import { readDocument } from './read-document.ts'
import { readParties, readSource } from './read-parties.ts'
import { readSnapshotContent, readSnapshots, readSnapshotThreads } from './read-snapshots.ts'
import { readSharedSince } from './shared-since.ts'
import { openVersion } from './stored-version.ts'

/** A version for one viewer who may read the document; a snapshot that is not theirs is as good as absent. */
export async function readVersion(
  db: Reader,
  sight: Sight,
  version: Version,
  now: string,
): Promise<VersionContent> {
  if (version === 'now') return readNow(db, sight, now)
  const [record] = await readSnapshots(db, sight.project.id, Number(version))
  const summary = record && presentSnapshot(record, sight)
  if (!summary) throw new ProblemError('not-found')
  const stored = openVersion(await readSnapshotContent(db, summary.id))
  const threads = await readSnapshotThreads(db, summary.id)
  return presentStored(
    summary,
    stored,
    Map.groupBy(threads, ({ requirement }) => requirement),
    sight,
  )
}

async function readNow(db: Reader, sight: Sight, at: string): Promise<VersionContent> {
  const { project } = sight
  const standing = {
    document: await readDocument(db, project.id),
    parties: await readParties(db, project, standingAudience(sight)),
    source: await readSource(db, project),
    since: await readSharedSince(db, project.id),
    at,
  }
  return presentNow(standing, sight)
}

import type { ExportThread } from '@parley/exchange'
import type { Guidance, RequirementId } from '@parley/model'
import type { ThreadView, VersionContent } from '@parley/protocol'
import { presentThread } from '../present/thread.ts'
import type { Sight } from '../project/viewer.ts'
import type { Reader } from '../store/index.ts'
import type { ExportExtras } from './export-document.ts'
import { readSnapshotThreads } from './read-snapshots.ts'
import { readThreads } from './read-threads.ts'

/** What goes into a file besides a version's content, as far as the viewer receives it. */
export async function readExportExtras(
  db: Reader,
  sight: Sight,
  version: VersionContent,
  asked: { readonly inFull: boolean; readonly own: boolean },
): Promise<ExportExtras> {
  const threads = await readReceived(db, sight, version)
  const words = (thread: ThreadView) => exportThread(thread, sight)
  const byRequirement = (some: readonly ThreadView[]) =>
    new Map(
      [...Map.groupBy(some, ({ requirement }) => requirement)].map(([id, group]) => [id, group.map(words)]),
    )
  const isOwn = ({ audience }: ThreadView) => audience.length === 1 && audience[0] === sight.viewer.party
  return {
    guidance: await readAllGuidance(db, sight),
    shared: byRequirement(threads.filter(({ audience }) => audience.length > 1)),
    inFull: asked.inFull,
    own: asked.own ? byRequirement(threads.filter(isOwn)) : null,
  }
}

/** The threads that the viewer receives, as they stood in the version. */
async function readReceived(db: Reader, sight: Sight, version: VersionContent): Promise<ThreadView[]> {
  const all = await readThreads(db, sight.project.id)
  const received = all.map((thread) => presentThread(thread, sight)).filter((thread) => thread !== null)
  const { snapshot } = version
  if (!snapshot) return received
  const states = new Map(
    (await readSnapshotThreads(db, snapshot.id)).map(({ thread, state }) => [thread, state]),
  )
  return received.flatMap((thread) => {
    const state = states.get(thread.id)
    if (!state) return []
    return [
      { ...thread, state, comments: thread.comments.filter(({ createdAt }) => createdAt <= snapshot.at) },
    ]
  })
}

function exportThread({ state, anchor, comments }: ThreadView, { project }: Sight): ExportThread {
  const organisationOf = (party: string) =>
    project.parties.find(({ id }) => id === party)?.organisation.name ?? ''
  return {
    state,
    quote: anchor?.quote ?? '',
    comments: comments.map(({ author, createdAt, body }) => ({
      author: author.name,
      organisation: organisationOf(author.party),
      at: createdAt,
      body,
    })),
  }
}

/** Guidance never changes, so it is the same in every version. */
async function readAllGuidance(
  db: Reader,
  { project }: Sight,
): Promise<ReadonlyMap<RequirementId, Guidance[]>> {
  const rows = await db
    .selectFrom('requirement')
    .select(['id', 'guidance'])
    .where('project_id', '=', project.id)
    .where('guidance', '!=', '[]')
    .execute()
  return new Map(rows.map((row) => [row.id, JSON.parse(row.guidance) as Guidance[]]))
}

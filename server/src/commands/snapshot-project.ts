import type { ProjectId } from '@parley/model'
import { documentAudience } from '@parley/policy'
import type { SnapshotSummary, TakeSnapshot } from '@parley/protocol'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { inDocument, once } from '../present/document-event.ts'
import { presentSnapshot } from '../present/snapshot.ts'
import { ProblemError } from '../problem-error.ts'
import { readSnapshots } from '../version/read-snapshots.ts'
import { takeSnapshot } from '../version/take-snapshot.ts'
import { runCommand } from './run-command.ts'

/** Freezes the project as its next version, for everybody who receives the document now. */
export function snapshotProject(
  app: App,
  person: SignedIn,
  project: ProjectId,
  { name, note, kind }: TakeSnapshot,
): Promise<SnapshotSummary> {
  const request = { person: person.id, project, needs: 'snapshot.take' } as const
  return runCommand(app, request, 'take-snapshot', async (tx, context) => {
    const audience = documentAudience(context.project, context.project.parties)
    const { id, number, fingerprint } = await takeSnapshot(tx, context, { name, note, kind, audience })
    const [record] = await readSnapshots(tx, project, number)
    const result = record && presentSnapshot(record, context)
    if (!result) throw new ProblemError('not-found')
    const read = once(() => readSnapshots(app.store.db, project, number))
    return {
      result,
      entry: { snapshot: id, number, kind, fingerprint, audience },
      anchors: true,
      events: [
        inDocument(async (sight) => {
          const [taken] = await read()
          const snapshot = taken && presentSnapshot(taken, sight)
          return snapshot ? { type: 'snapshot', snapshot } : null
        }),
      ],
    }
  })
}

import type { PartyId, ProjectId } from '@parley/model'
import { documentAudience } from '@parley/policy'
import type { ProjectView, StartRefinement } from '@parley/protocol'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { presentProject, projectEvent, resyncEvent } from '../present/project.ts'
import { ProblemError } from '../problem-error.ts'
import { permit } from '../project/permit.ts'
import type { ProjectFacts, Sight } from '../project/viewer.ts'
import type { Tx } from '../store/index.ts'
import { takeSnapshot } from '../version/take-snapshot.ts'
import { runCommand } from './run-command.ts'

const snapshotNames = { en: 'Start of refinement', de: 'Beginn der Verfeinerung' } as const

/**
 * Starts to refine with a provider who is known already: takes a snapshot of what the client wishes, for both to see, and
 * moves the project to `refine`.
 */
export function startRefinement(
  app: App,
  person: SignedIn,
  project: ProjectId,
  { provider }: StartRefinement,
): Promise<ProjectView> {
  const needs = (sight: Sight) => {
    permit(sight, 'phase.move')
    if (sight.project.phase !== 'specify') throw new ProblemError('wrong-phase')
  }
  return runCommand(app, { person: person.id, project, needs }, 'start-refinement', async (tx, context) => {
    await requireReady(tx, context.project, provider)
    await tx
      .updateTable('project')
      .set({ phase: 'refine', selected_party_id: provider })
      .where('id', '=', project)
      .execute()
    const moved = select(context.project, provider)
    const snapshot = await takeSnapshot(
      tx,
      { ...context, project: moved },
      {
        name: snapshotNames[moved.language],
        note: '',
        kind: 'working',
        audience: documentAudience(moved, moved.parties),
      },
    )
    return {
      result: presentProject({ ...context, project: moved }),
      entry: { provider, snapshot: snapshot.id, fingerprint: snapshot.fingerprint },
      anchors: true,
      events: [projectEvent, resyncEvent],
      rightsChanged: true,
    }
  })
}

async function requireReady(tx: Tx, project: ProjectFacts, provider: PartyId): Promise<void> {
  if (!project.parties.some(({ id, kind }) => id === provider && kind === 'provider')) {
    throw new ProblemError('not-found')
  }
  const member = await tx
    .selectFrom('member')
    .select('id')
    .where('party_id', '=', provider)
    .executeTakeFirst()
  if (!member) throw new ProblemError('provider-not-ready')
}

function select(project: ProjectFacts, provider: PartyId): ProjectFacts {
  return {
    ...project,
    phase: 'refine',
    selectedParty: provider,
    parties: project.parties.map((party) => ({ ...party, selected: party.id === provider })),
  }
}

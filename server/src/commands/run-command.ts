import type { PersonId, ProjectId } from '@parley/model'
import type { Action } from '@parley/policy'
import type { App } from '../app.ts'
import type { PresentEvent } from '../events.ts'
import { ProblemError } from '../problem-error.ts'
import { permit } from '../project/permit.ts'
import { loadSight, type Sight } from '../project/viewer.ts'
import { appendJournal, lockProject, readHeads, type Tx } from '../store/index.ts'

/** Who does it, where, and the right it takes. */
export interface CommandRequest {
  readonly person: PersonId
  readonly project: ProjectId
  /** An action of the policy, or a check of one's own (`permit` with the thing's state) that throws `ProblemError`. */
  readonly needs: Action | ((sight: Sight, tx: Tx) => void | Promise<void>)
}

/** What a command runs in; the project's row is locked until the commit. */
export interface CommandContext extends Sight {
  readonly person: PersonId
  /** Time of the command, ISO 8601 in UTC. */
  readonly at: string
}

/** What a command did. */
export interface CommandOutcome<Result> {
  readonly result: Result
  /** What the project's journal keeps of it, as JSON; never a private word of one party. */
  readonly entry: unknown
  /** Whether the journal shall anchor the heads of all texts here (snapshots, phase changes). */
  readonly anchors?: boolean
  /** Whom to tell what once it is committed. */
  readonly events?: readonly PresentEvent[]
  /** Whether somebody's rights changed, so that open sessions must be decided anew. */
  readonly rightsChanged?: boolean
}

/**
 * Carries out one command: one transaction, one entry in the project's journal, decided by the policy inside the
 * transaction, told to others only after the commit. Refusals are thrown as `ProblemError` and change nothing.
 */
export async function runCommand<Result>(
  app: App,
  request: CommandRequest,
  name: string,
  carryOut: (tx: Tx, context: CommandContext) => Promise<CommandOutcome<Result>>,
): Promise<Result> {
  const outcome = await app.store.write(async (tx) => {
    // The project before its texts: every command and every append of an edit takes them in that order.
    await lockProject(tx, request.project)
    const sight = await loadSight(tx, request.project, request.person)
    if (!sight) throw new ProblemError('not-found')
    if (typeof request.needs === 'string') permit(sight, request.needs)
    else await request.needs(sight, tx)
    const at = app.now()
    const done = await carryOut(tx, { ...sight, person: request.person, at })
    await appendJournal(tx, {
      project: request.project,
      at,
      person: request.person,
      party: sight.viewer.party,
      command: name,
      entry: done.entry,
      heads: done.anchors ? await readHeads(tx, request.project) : undefined,
    })
    return done
  })
  for (const event of outcome.events ?? []) app.events.publish(request.project, event)
  if (outcome.rightsChanged) app.sessions.recheck(request.project)
  return outcome.result
}

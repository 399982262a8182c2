import type { Actor, ProjectState } from './actor.ts'
import { decide } from './decide.ts'

/** What a screen needs to know of a person's rights; hints, since every request is decided anew. */
export interface Rights {
  readonly readDocument: boolean
  readonly editStatements: boolean
  readonly editOutline: boolean
  readonly setPosition: boolean
  readonly invite: boolean
  readonly inviteProvider: boolean
  readonly startRefinement: boolean
  readonly takeSnapshot: boolean
  readonly renameProject: boolean
}

/** The rights of a person in a project as it stands. */
export function rightsOf(actor: Actor, project: ProjectState): Rights {
  const may = (action: Parameters<typeof decide>[1]) => decide(actor, action, project).allowed
  return {
    readDocument: may('document.read'),
    editStatements: may('statement.write'),
    editOutline: may('outline.write'),
    setPosition: may('position.set'),
    invite: may('member.manage'),
    inviteProvider: may('provider.invite'),
    startRefinement: may('phase.move') && project.phase === 'specify',
    takeSnapshot: may('snapshot.take'),
    renameProject: may('project.rename'),
  }
}

/** Why the person can't write the document's statements; `null` where they can. */
export function readOnlyReason(
  actor: Actor,
  project: ProjectState,
): 'role' | 'phase' | 'party' | 'observer' | null {
  const decision = decide(actor, 'statement.write', project)
  if (decision.allowed) return null
  switch (decision.reason) {
    case 'role':
    case 'phase':
    case 'party':
    case 'observer':
      return decision.reason
    case 'not-found':
    case 'locked':
    case 'withdrawn':
      throw new Error(`expected a reason of the project, got ${decision.reason}`)
    default:
      return decision.reason satisfies never
  }
}

import { type Action, decide, type Refusal, type ThingState } from '@parley/policy'
import type { ProblemCode } from '@parley/protocol'
import { ProblemError } from '../problem-error.ts'
import type { Sight } from './viewer.ts'

const problemOf: Readonly<Record<Refusal, ProblemCode>> = {
  'not-found': 'not-found',
  role: 'not-allowed',
  party: 'not-allowed',
  observer: 'not-allowed',
  phase: 'wrong-phase',
  locked: 'read-only',
  withdrawn: 'read-only',
}

/** Actions on the project itself, whose existence every member knows; all others are on things inside its document. */
const onProject: readonly Action[] = [
  'project.see',
  'project.rename',
  'phase.move',
  'member.manage',
  'provider.invite',
]

/**
 * Throws unless the policy allows it. Only what the viewer may see at all is refused with a reason; to whom the document
 * is closed, everything in it is absent.
 */
export function permit(sight: Sight | null, action: Action, thing?: ThingState): asserts sight is Sight {
  if (!sight) throw new ProblemError('not-found')
  const decision = decide(sight.viewer, action, sight.project, thing)
  if (decision.allowed) return
  if (!onProject.includes(action) && !mayLookInside(sight)) throw new ProblemError('not-found')
  throw new ProblemError(problemOf[decision.reason])
}

function mayLookInside({ viewer, project }: Sight): boolean {
  return decide(viewer, 'document.read', project).allowed || decide(viewer, 'published.read', project).allowed
}

import type { Fingerprint } from '@parley/model'
import { presentRequirement } from '../present/document.ts'
import { ProblemError } from '../problem-error.ts'
import type { Sight } from '../project/viewer.ts'
import type { Tx } from '../store/index.ts'
import type { RequirementState } from '../version/document-state.ts'
import { readSharedSince } from '../version/shared-since.ts'

/**
 * Refuses with `content-changed` where the requirement is not what the person saw; the facts hold what was seen and the
 * requirement as it stands.
 */
export async function requireSeen(
  tx: Tx,
  sight: Sight,
  requirement: RequirementState,
  seen: Fingerprint | undefined,
): Promise<void> {
  if (seen === undefined || seen === requirement.fingerprint) return
  const since = await readSharedSince(tx, sight.project.id)
  throw new ProblemError('content-changed', {
    facts: { seen, current: presentRequirement(requirement, sight, since) },
  })
}

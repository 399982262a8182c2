import type { RequirementId, SectionId } from '@parley/model'
import type { RequirementView, SectionView } from '@parley/protocol'
import { isShown, presentRequirement, presentSection } from '../present/document.ts'
import { ProblemError } from '../problem-error.ts'
import type { Sight } from '../project/viewer.ts'
import type { Reader } from '../store/index.ts'
import type { RequirementState, SectionState } from '../version/document-state.ts'
import { readRequirements, readSections } from '../version/read-document.ts'
import { readSharedSince, type SharedSince } from '../version/shared-since.ts'

/** A section as it now stands, for the viewer; refused as absent where it is none of theirs. */
export async function sectionAnswer(db: Reader, sight: Sight, id: SectionId): Promise<SectionView> {
  const [section] = await readSections(db, sight.project.id, [id])
  const view = section && presentSection(section, sight, await readSharedSince(db, sight.project.id))
  if (!view) throw new ProblemError('not-found')
  return view
}

/** A requirement as it now stands, for the viewer; refused as absent where it is none of theirs. */
export async function requirementAnswer(
  db: Reader,
  sight: Sight,
  id: RequirementId,
): Promise<RequirementView> {
  const requirement = await visibleRequirement(db, sight, id)
  const view = presentRequirement(requirement, sight, await readSharedSince(db, sight.project.id))
  if (!view) throw new ProblemError('not-found')
  return view
}

/** A requirement of the project that the viewer may know of, or a refusal as if there were none. */
export async function visibleRequirement(
  db: Reader,
  sight: Sight,
  id: RequirementId,
): Promise<RequirementState> {
  const [requirement] = await readRequirements(db, sight.project.id, [id])
  return visible(requirement, sight, await readSharedSince(db, sight.project.id))
}

/** A section of the project that the viewer may know of, or a refusal as if there were none. */
export async function visibleSection(db: Reader, sight: Sight, id: SectionId): Promise<SectionState> {
  const [section] = await readSections(db, sight.project.id, [id])
  return visible(section, sight, await readSharedSince(db, sight.project.id))
}

function visible<Thing extends { readonly withdrawnAt: string | null }>(
  thing: Thing | undefined,
  sight: Sight,
  since: SharedSince,
): Thing {
  if (!thing || !isShown(thing, sight, since)) throw new ProblemError('not-found')
  return thing
}

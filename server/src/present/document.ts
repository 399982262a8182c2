import { positionState } from '@parley/model'
import { mayReceive, maySeeParty, readOnlyReason } from '@parley/policy'
import type {
  DocumentView,
  PositionView,
  RequirementView,
  SectionView,
  TextView,
  ThreadCounts,
} from '@parley/protocol'
import type { Sight } from '../project/viewer.ts'
import type {
  DocumentState,
  PositionRecord,
  RequirementState,
  SectionState,
  TextState,
  ThreadTally,
} from '../version/document-state.ts'
import { isSinceShared, type SharedSince } from '../version/shared-since.ts'

/** A project's document for one viewer, who may read it. */
export function presentDocument(state: DocumentState, sight: Sight, since: SharedSince): DocumentView {
  return {
    sections: state.sections
      .map((section) => presentSection(section, sight, since))
      .filter((section) => section !== null),
    requirements: state.requirements
      .map((requirement) => presentRequirement(requirement, sight, since))
      .filter((requirement) => requirement !== null),
    readOnly: readOnlyReason(sight.viewer, sight.project),
  }
}

/** A section for one viewer; `null` where it was withdrawn before the viewer's party came. */
export function presentSection(section: SectionState, sight: Sight, since: SharedSince): SectionView | null {
  if (!isShown(section, sight, since)) return null
  const { id, parent, order, text, withdrawnAt } = section
  return { id, parent, order, text: presentText(text), withdrawn: withdrawnAt !== null }
}

/** A requirement for one viewer; `null` where it was withdrawn before the viewer's party came. */
export function presentRequirement(
  requirement: RequirementState,
  sight: Sight,
  since: SharedSince,
): RequirementView | null {
  if (!isShown(requirement, sight, since)) return null
  const { id, number, section, parent, order, text, fields, hasGuidance, sourceId, fingerprint } = requirement
  return {
    id,
    number,
    section,
    parent,
    order,
    text: presentText(text),
    fields,
    parameters: [...requirement.parameters],
    hasGuidance,
    sourceId,
    withdrawn: requirement.withdrawnAt !== null,
    fingerprint,
    positions: presentPositions(requirement, sight, since),
    threads: countThreads(requirement.threads, sight),
  }
}

/** Whether the viewer may know of something in the document at all. */
export function isShown(
  thing: { readonly withdrawnAt: string | null },
  sight: Sight,
  since: SharedSince,
): boolean {
  return thing.withdrawnAt === null || isSinceShared(sight.viewer, since, thing.withdrawnAt)
}

/** The answers of the parties to a requirement that the viewer may know, in the order of the parties. */
function presentPositions(
  requirement: Pick<RequirementState, 'positions' | 'fingerprint'>,
  { viewer, project }: Sight,
  since: SharedSince,
): PositionView[] {
  const isKnown = (position: PositionRecord) =>
    position.party === viewer.party || isSinceShared(viewer, since, position.at)
  return project.parties
    .filter((party) => maySeeParty(viewer, party))
    .flatMap((party) => requirement.positions.filter((position) => position.party === party.id))
    .filter(isKnown)
    .map((position) => presentPosition(position, requirement))
}

/** An answer as it reads on the content as it stands. */
export function presentPosition(
  { party, stance, words, fingerprint, by, at }: PositionRecord,
  current: Pick<RequirementState, 'fingerprint'>,
): PositionView {
  const outdated = positionState({ stance, fingerprint }, current.fingerprint) === 'outdated'
  return { party, stance, words, outdated, by, at }
}

/** How many of the threads the viewer receives. */
export function countThreads(threads: readonly ThreadTally[], { viewer }: Sight): ThreadCounts {
  const received = threads.filter((thread) => mayReceive(viewer, thread.audience))
  const open = received.filter((thread) => thread.state === 'open').length
  return { open, resolved: received.length - open }
}

const presentText = ({ id, seq, content }: TextState): TextView => ({ id, seq, content })

import { newId, type PartyId, type PersonId, type SnapshotId, type SnapshotKind } from '@parley/model'
import { presentPosition } from '../present/document.ts'
import type { ProjectFacts } from '../project/viewer.ts'
import type { Tx } from '../store/index.ts'
import { requireAgreement } from './agreement.ts'
import type { DocumentState, RequirementState, SectionState } from './document-state.ts'
import { readingOrder } from './outline-order.ts'
import { readDocument } from './read-document.ts'
import { readParties, readSource } from './read-parties.ts'
import { readSharedSince } from './shared-since.ts'
import { type StoredVersion, sealVersion, storedFormat } from './stored-version.ts'

export interface SnapshotOrder {
  readonly name: string
  readonly note: string
  readonly kind: SnapshotKind
  /** The parties that receive it, for good: the client alone, or the client and one provider. */
  readonly audience: readonly PartyId[]
}

/** What a snapshot is taken in: the context of a command, which holds the project's lock. */
interface Context {
  readonly project: ProjectFacts
  readonly viewer: { readonly party: PartyId }
  readonly person: PersonId
  readonly at: string
}

/**
 * Freezes the whole content of a project as its next numbered version. The command that calls it must ask for
 * `anchors`, so that the journal binds the heads of all texts to it. `agreed` is refused with `not-agreed-yet`.
 */
export async function takeSnapshot(
  tx: Tx,
  context: Context,
  order: SnapshotOrder,
): Promise<{ readonly id: SnapshotId; readonly number: number; readonly fingerprint: string }> {
  const { project, at } = context
  const document = await sharedDocument(tx, context, order.audience)
  if (order.kind === 'agreed') requireAgreement(document, order.audience)
  const version: StoredVersion = {
    format: storedFormat,
    project: { name: project.name, language: project.language, phase: project.phase },
    parties: await readParties(tx, project, order.audience),
    source: await readSource(tx, project),
    sections: document.sections.map(storeSection),
    requirements: document.requirements.map((requirement) => storeRequirement(requirement, order.audience)),
  }
  const sealed = sealVersion(version)
  const id = newId<'snapshot'>()
  const number = await nextNumber(tx, project)
  await tx
    .insertInto('snapshot')
    .values({
      id,
      project_id: project.id,
      number,
      name: order.name,
      note: order.note,
      kind: order.kind,
      content: sealed.content,
      fingerprint: sealed.fingerprint,
      requirements: document.requirements.filter(({ withdrawnAt }) => withdrawnAt === null).length,
      person_id: context.person,
      party_id: context.viewer.party,
      at,
    })
    .execute()
  await tx
    .insertInto('snapshot_audience')
    .values(order.audience.map((party) => ({ snapshot_id: id, party_id: party })))
    .execute()
  await keepThreads(tx, id, document.requirements)
  return { id, number, fingerprint: sealed.fingerprint }
}

/** The document without what was withdrawn before all of the audience received it, in reading order. */
async function sharedDocument(
  tx: Tx,
  { project, at }: Context,
  audience: readonly PartyId[],
): Promise<DocumentState> {
  const document = await readDocument(tx, project.id)
  const since = await readSharedSince(tx, project.id)
  const begun = audience
    .filter((party) => project.parties.some(({ id, kind }) => id === party && kind !== 'client'))
    .map((party) => since.get(party) ?? at)
    .toSorted()
    .at(-1)
  if (begun === undefined) return readingOrder(document.sections, document.requirements)
  const isShared = ({ withdrawnAt }: SectionState | RequirementState) =>
    withdrawnAt === null || withdrawnAt > begun
  const requirements = document.requirements.filter(isShared).map((requirement) => ({
    ...requirement,
    // Answers from before were given to somebody else.
    positions: requirement.positions.filter((position) => position.at > begun),
  }))
  return readingOrder(document.sections.filter(isShared), requirements)
}

async function nextNumber(tx: Tx, project: ProjectFacts): Promise<number> {
  const row = await tx
    .updateTable('project')
    .set((project) => ({ next_snapshot: project('next_snapshot', '+', 1) }))
    .where('id', '=', project.id)
    .returning('next_snapshot')
    .executeTakeFirstOrThrow()
  return row.next_snapshot - 1
}

function storeSection({
  id,
  parent,
  order,
  text,
  withdrawnAt,
}: SectionState): StoredVersion['sections'][number] {
  return { id, parent, order, content: text.content, withdrawn: withdrawnAt !== null }
}

function storeRequirement(
  requirement: RequirementState,
  audience: readonly PartyId[],
): StoredVersion['requirements'][number] {
  const { id, number, section, parent, order, text, fields, parameters, sourceId, fingerprint } = requirement
  return {
    id,
    number,
    section,
    parent,
    order,
    content: text.content,
    fields,
    parameters: [...parameters],
    sourceId,
    withdrawn: requirement.withdrawnAt !== null,
    fingerprint,
    positions: requirement.positions
      .filter((position) => audience.includes(position.party))
      .map((position) => presentPosition(position, requirement)),
  }
}

/** Rows of one statement: four values each, far below the limit of SQLite (32,766 values). */
const batch = 5_000

async function keepThreads(
  tx: Tx,
  snapshot: SnapshotId,
  requirements: readonly RequirementState[],
): Promise<void> {
  const rows = requirements.flatMap((requirement) =>
    requirement.threads.map(({ thread, state }) => ({
      snapshot_id: snapshot,
      thread_id: thread,
      requirement_id: requirement.id,
      state,
    })),
  )
  for (let start = 0; start < rows.length; start += batch) {
    await tx
      .insertInto('snapshot_thread')
      .values(rows.slice(start, start + batch))
      .execute()
  }
}

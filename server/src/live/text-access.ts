import type { PersonId, ProjectId, TextId } from '@parley/model'
import { type Action, type Decision, decide } from '@parley/policy'
import type { ReadOnlyReason } from '@parley/protocol'
import type { Access } from '@parley/rooms'
import { loadProject, type ProjectFacts, type Sight, viewerIn } from '../project/viewer.ts'
import { keptQuery, type Reader } from '../store/index.ts'
import { isSinceShared, readSharedSince, type SharedSince } from '../version/shared-since.ts'

/** What a text belongs to, as far as rights depend on it. */
interface TextFacts {
  readonly project: ProjectId
  readonly withdrawnAt: string | null
}

/** What people may do in a text now. Absence and refusal are alike: `none`. */
export async function readAccess(
  db: Reader,
  text: TextId,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Access>> {
  const access = new Map<PersonId, Access>()
  const facts = await textFacts(db, text)
  const project = facts && (await loadProject(db, facts.project))
  if (!facts || !project) return access
  const since: SharedSince = facts.withdrawnAt === null ? new Map() : await readSharedSince(db, project.id)
  for (const person of people) {
    const viewer = await viewerIn(db, project, person)
    if (viewer) access.set(person, accessIn({ viewer, project }, facts, since))
  }
  return access
}

/** What one person may do in a text now. */
export async function readAccessOf(db: Reader, person: PersonId, text: TextId): Promise<Access> {
  return (await readAccess(db, text, [person])).get(person) ?? { type: 'none' }
}

/** The project a text belongs to, or `null` where there is none. */
export async function projectOfText(db: Reader, text: TextId): Promise<ProjectId | null> {
  const row = await db.selectFrom('text').select('project_id').where('id', '=', text).executeTakeFirst()
  return row?.project_id ?? null
}

async function textFacts(db: Reader, text: TextId): Promise<TextFacts | null> {
  const [row] = await selectFacts(db, text)
  return row ? { project: row.project, withdrawnAt: row.withdrawn_at ?? row.sectionWithdrawn } : null
}

const selectFacts = keptQuery((db, text: TextId) =>
  db
    .selectFrom('text')
    .leftJoin('requirement', 'requirement.text_id', 'text.id')
    .leftJoin('section', 'section.text_id', 'text.id')
    .select([
      'text.project_id as project',
      'requirement.withdrawn_at',
      'section.withdrawn_at as sectionWithdrawn',
    ])
    .where('text.id', '=', text),
)

function accessIn(sight: Sight, { withdrawnAt }: TextFacts, since: SharedSince): Access {
  const withdrawn = withdrawnAt !== null
  const may = (action: Action) => decide(sight.viewer, action, sight.project, { withdrawn })
  if (!may('document.read').allowed) return { type: 'none' }
  // What was withdrawn before the viewer's party came is none of its business.
  if (withdrawn && !isSinceShared(sight.viewer, since, withdrawnAt)) return { type: 'none' }
  const membership = {
    party: sight.viewer.party,
    partyKind: sight.viewer.kind,
    partyName: partyName(sight.project, sight),
  }
  const decision = may('statement.write')
  return decision.allowed
    ? { type: 'write', membership }
    : { type: 'read', reason: reasonOf(decision), membership }
}

function partyName(project: ProjectFacts, { viewer }: Sight): string {
  return project.parties.find(({ id }) => id === viewer.party)?.organisation.name ?? ''
}

function reasonOf(decision: Decision & { readonly allowed: false }): ReadOnlyReason {
  switch (decision.reason) {
    case 'role':
    case 'phase':
    case 'party':
    case 'observer':
    case 'withdrawn':
      return decision.reason
    case 'not-found':
    case 'locked':
      throw new Error(`expected a reason that is shown, got ${decision.reason}`)
    default:
      return decision.reason satisfies never
  }
}

import type { PersonId, ProjectId } from '@parley/model'
import { decide, maySeeParty } from '@parley/policy'
import type { ProjectSummary } from '@parley/protocol'
import { loadSight, type Sight } from '../project/viewer.ts'
import type { Reader } from '../store/index.ts'

/** The projects a person takes part in, newest first. */
export async function readProjectList(db: Reader, person: PersonId): Promise<ProjectSummary[]> {
  const memberships = await db
    .selectFrom('member')
    .innerJoin('project', 'project.id', 'member.project_id')
    .select('project.id')
    .where('member.person_id', '=', person)
    .orderBy('project.created_at', 'desc')
    .execute()
  const ids = memberships.map(({ id }) => id)
  const counts = await countRequirements(db, ids)
  const summaries: ProjectSummary[] = []
  for (const id of ids) {
    const sight = await loadSight(db, id, person)
    if (sight) summaries.push(summarise(sight, counts.get(id) ?? 0))
  }
  return summaries
}

function summarise({ viewer, project }: Sight, requirements: number): ProjectSummary {
  const shown = project.parties.filter((party) => maySeeParty(viewer, party))
  return {
    id: project.id,
    name: project.name,
    phase: project.phase,
    partyKind: viewer.kind,
    role: viewer.role,
    client: shown.find(({ kind }) => kind === 'client')?.organisation.name ?? '',
    provider: shown.find(({ selected }) => selected)?.organisation.name ?? null,
    requirements: decide(viewer, 'document.read', project).allowed ? requirements : null,
    createdAt: project.createdAt,
  }
}

async function countRequirements(
  db: Reader,
  projects: readonly ProjectId[],
): Promise<Map<ProjectId, number>> {
  if (projects.length === 0) return new Map()
  const rows = await db
    .selectFrom('requirement')
    .select(['project_id', (expression) => expression.fn.countAll<number | string>().as('count')])
    .where('project_id', 'in', projects)
    .where('withdrawn_at', 'is', null)
    .groupBy('project_id')
    .execute()
  return new Map(rows.map(({ project_id, count }) => [project_id, Number(count)]))
}

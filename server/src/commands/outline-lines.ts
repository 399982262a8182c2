import type { ProjectId, RequirementId, SectionId } from '@parley/model'
import type { Tx } from '../store/index.ts'

/** A section as far as the outline's shape needs it. */
interface SectionLine {
  readonly id: SectionId
  readonly parent: SectionId | null
  readonly withdrawnAt: string | null
}

/** A requirement as far as the outline's shape needs it. */
interface RequirementLine {
  readonly id: RequirementId
  readonly section: SectionId
  readonly parent: RequirementId | null
  readonly withdrawnAt: string | null
}

/** The shape of a project's outline, by id. */
export interface Outline {
  readonly sections: ReadonlyMap<SectionId, SectionLine>
  readonly requirements: ReadonlyMap<RequirementId, RequirementLine>
}

/** Reads the shape of a project's outline, without texts. */
export async function readOutline(tx: Tx, project: ProjectId): Promise<Outline> {
  const sections = await tx
    .selectFrom('section')
    .select(['id', 'parent_id as parent', 'withdrawn_at as withdrawnAt'])
    .where('project_id', '=', project)
    .execute()
  const requirements = await tx
    .selectFrom('requirement')
    .select(['id', 'section_id as section', 'parent_id as parent', 'withdrawn_at as withdrawnAt'])
    .where('project_id', '=', project)
    .execute()
  return {
    sections: new Map(sections.map((section) => [section.id, section])),
    requirements: new Map(requirements.map((requirement) => [requirement.id, requirement])),
  }
}

/** A thing and everything above it, innermost first; empty where there is no such thing. */
export function lineage<Id, Line extends { readonly parent: Id | null }>(
  lines: ReadonlyMap<Id, Line>,
  from: Id | null,
): readonly Line[] {
  const line = from === null ? undefined : lines.get(from)
  return line ? [line, ...lineage(lines, line.parent)] : []
}

/** A thing and everything beneath it. */
export function descendants<Id, Line extends { readonly id: Id; readonly parent: Id | null }>(
  lines: ReadonlyMap<Id, Line>,
  from: Id,
): readonly Line[] {
  const line = lines.get(from)
  if (!line) return []
  const children = [...lines.values()].filter(({ parent }) => parent === from)
  return [line, ...children.flatMap(({ id }) => descendants(lines, id))]
}

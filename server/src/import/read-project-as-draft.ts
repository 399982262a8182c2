import {
  type DraftDocument,
  type DraftParameter,
  type DraftRequirement,
  type DraftSection,
  type DraftSource,
  fieldsSchema,
  guidanceSchema,
  originSchema,
  type RequirementId,
  type SectionId,
  textContentSchema,
} from '@parley/model'
import { z } from 'zod'
import type { ProjectFacts } from '../project/viewer.ts'
import { fromParameterRow, parameterColumns, type Reader } from '../store/index.ts'

const draftSourceSchema = z.object({
  id: z.string().default(''),
  title: z.string(),
  version: z.string(),
  licence: z.string(),
})

/**
 * What another project can be made from: texts, fields and parameters as they stand, without what was withdrawn, without
 * threads, positions and people. A parameter's key is its id, as it stands in the chips.
 */
export async function readProjectAsDraft(db: Reader, project: ProjectFacts): Promise<DraftDocument> {
  const rows = {
    sections: await readSections(db, project),
    requirements: await readRequirements(db, project),
    parameters: await readParameters(db, project),
  }
  return {
    title: project.name,
    language: project.language,
    source: await readDraftSource(db, project),
    sections: sectionsIn(rows, null),
  }
}

interface Rows {
  readonly sections: Awaited<ReturnType<typeof readSections>>
  readonly requirements: Awaited<ReturnType<typeof readRequirements>>
  readonly parameters: ReadonlyMap<RequirementId, readonly DraftParameter[]>
}

function sectionsIn(rows: Rows, parent: SectionId | null): DraftSection[] {
  return rows.sections
    .filter((section) => section.parent_id === parent)
    .map((section) => ({
      text: textContentSchema.parse(JSON.parse(section.content)),
      origin: section.origin === null ? null : originSchema.parse(JSON.parse(section.origin)),
      requirements: requirementsIn(rows, section.id, null),
      sections: sectionsIn(rows, section.id),
    }))
}

function requirementsIn(rows: Rows, section: SectionId, parent: RequirementId | null): DraftRequirement[] {
  return rows.requirements
    .filter((requirement) => requirement.section_id === section && requirement.parent_id === parent)
    .map((requirement) => ({
      text: textContentSchema.parse(JSON.parse(requirement.content)),
      fields: fieldsSchema.parse(JSON.parse(requirement.fields)),
      parameters: rows.parameters.get(requirement.id) ?? [],
      guidance: z.array(guidanceSchema).parse(JSON.parse(requirement.guidance)),
      origin: requirement.origin === null ? null : originSchema.parse(JSON.parse(requirement.origin)),
      children: requirementsIn(rows, section, requirement.id),
    }))
}

const readSections = (db: Reader, project: ProjectFacts) =>
  db
    .selectFrom('section')
    .innerJoin('text', 'text.id', 'section.text_id')
    .select(['section.id', 'section.parent_id', 'section.order_key', 'section.origin', 'text.content'])
    .where('section.project_id', '=', project.id)
    .where('section.withdrawn_at', 'is', null)
    .execute()
    .then((rows) => rows.sort(byOrder))

const readRequirements = (db: Reader, project: ProjectFacts) =>
  db
    .selectFrom('requirement')
    .innerJoin('text', 'text.id', 'requirement.text_id')
    .select(['requirement.id', 'requirement.section_id', 'requirement.parent_id', 'requirement.order_key'])
    .select(['requirement.fields', 'requirement.guidance', 'requirement.origin', 'text.content'])
    .where('requirement.project_id', '=', project.id)
    .where('requirement.withdrawn_at', 'is', null)
    .execute()
    .then((rows) => rows.sort(byOrder))

/** By plain comparison: databases sort words by the rules of a language. */
function byOrder(left: { readonly order_key: string }, right: { readonly order_key: string }): number {
  return left.order_key < right.order_key ? -1 : 1
}

async function readParameters(db: Reader, project: ProjectFacts) {
  const rows = await db
    .selectFrom('parameter')
    .select(['id', 'requirement_id', ...parameterColumns])
    .where('project_id', '=', project.id)
    .orderBy('position')
    .execute()
  const parameters = new Map<RequirementId, DraftParameter[]>()
  for (const row of rows) {
    const parameter = { key: row.id, ...fromParameterRow(row) }
    const known = parameters.get(row.requirement_id)
    if (known) known.push(parameter)
    else parameters.set(row.requirement_id, [parameter])
  }
  return parameters
}

async function readDraftSource(db: Reader, project: ProjectFacts): Promise<DraftSource | null> {
  const row = await db.selectFrom('project').select('source').where('id', '=', project.id).executeTakeFirst()
  return row?.source ? draftSourceSchema.parse(JSON.parse(row.source)) : null
}

import { contentFromPlain } from '@parley/document'
import { emptyFields, newId, type ProjectId } from '@parley/model'
import type { AddRequirement, RequirementView } from '@parley/protocol'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { documentEvents } from '../present/document-event.ts'
import { ProblemError } from '../problem-error.ts'
import { createText, type Tx } from '../store/index.ts'
import { requirementAnswer } from './document-answer.ts'
import { lineage, readOutline } from './outline-lines.ts'
import { orderKeyAfter, requirementSiblings } from './outline-place.ts'
import { runCommand } from './run-command.ts'

/** Adds a requirement, which gets the project's next number. */
export function addRequirement(
  app: App,
  person: SignedIn,
  project: ProjectId,
  { section, parent, after, title, statement, fields }: AddRequirement,
): Promise<RequirementView> {
  const request = { person: person.id, project, needs: 'outline.write' } as const
  return runCommand(app, request, 'add-requirement', async (tx, context) => {
    await requirePlace(tx, project, { section, parent })
    const id = newId<'requirement'>()
    const text = newId<'text'>()
    const order = orderKeyAfter(await requirementSiblings(tx, project, { section, parent }), after)
    const number = await nextNumber(tx, project)
    await createText(tx, {
      id: text,
      project,
      kind: 'requirement',
      content: contentFromPlain(title, statement ?? ''),
      author: { person: person.id, party: context.viewer.party },
      at: context.at,
    })
    const allFields = { ...emptyFields, ...fields }
    await tx
      .insertInto('requirement')
      .values({
        id,
        project_id: project,
        section_id: section,
        parent_id: parent,
        order_key: order,
        number,
        text_id: text,
        fields: JSON.stringify(allFields),
        guidance: '[]',
        origin: null,
        withdrawn_at: null,
      })
      .execute()
    return {
      result: await requirementAnswer(tx, context, id),
      entry: { requirement: id, number, text, section, parent, order, fields: allFields },
      events: documentEvents(app, project, { requirements: [id] }),
    }
  })
}

/** A place for something that stands: a section that is not withdrawn, and in it a parent that is not either. */
export async function requirePlace(
  tx: Tx,
  project: ProjectId,
  { section, parent }: Pick<AddRequirement, 'section' | 'parent'>,
): Promise<void> {
  const outline = await readOutline(tx, project)
  const around = [...lineage(outline.sections, section), ...lineage(outline.requirements, parent)]
  const isThere = outline.sections.has(section) && (parent === null || outline.requirements.has(parent))
  const isInside = parent === null || outline.requirements.get(parent)?.section === section
  if (!isThere || !isInside || around.some(({ withdrawnAt }) => withdrawnAt !== null)) {
    throw new ProblemError('bad-move')
  }
}

async function nextNumber(tx: Tx, project: ProjectId): Promise<number> {
  const row = await tx
    .updateTable('project')
    .set((expression) => ({ next_number: expression('next_number', '+', 1) }))
    .where('id', '=', project)
    .returning('next_number')
    .executeTakeFirstOrThrow()
  return row.next_number - 1
}

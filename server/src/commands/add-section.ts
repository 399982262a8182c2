import { contentFromPlain } from '@parley/document'
import { newId, type ProjectId } from '@parley/model'
import type { AddSection, SectionView } from '@parley/protocol'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { documentEvents } from '../present/document-event.ts'
import { ProblemError } from '../problem-error.ts'
import { createText } from '../store/index.ts'
import { sectionAnswer } from './document-answer.ts'
import { readOutline } from './outline-lines.ts'
import { orderKeyAfter, sectionSiblings } from './outline-place.ts'
import { runCommand } from './run-command.ts'

/** Adds a section to the outline, with its title and an empty introduction. */
export function addSection(
  app: App,
  person: SignedIn,
  project: ProjectId,
  { parent, after, title }: AddSection,
): Promise<SectionView> {
  const request = { person: person.id, project, needs: 'outline.write' } as const
  return runCommand(app, request, 'add-section', async (tx, context) => {
    const { sections } = await readOutline(tx, project)
    if (parent !== null && sections.get(parent)?.withdrawnAt !== null) throw new ProblemError('bad-move')
    const id = newId<'section'>()
    const text = newId<'text'>()
    const order = orderKeyAfter(await sectionSiblings(tx, project, parent), after)
    await createText(tx, {
      id: text,
      project,
      kind: 'section',
      content: contentFromPlain(title, ''),
      author: { person: person.id, party: context.viewer.party },
      at: context.at,
    })
    await tx
      .insertInto('section')
      .values({
        id,
        project_id: project,
        parent_id: parent,
        order_key: order,
        text_id: text,
        origin: null,
        withdrawn_at: null,
      })
      .execute()
    return {
      result: await sectionAnswer(tx, context, id),
      entry: { section: id, text, parent, order },
      events: documentEvents(app, project, { sections: [id] }),
    }
  })
}

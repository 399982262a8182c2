import type { ProjectId, SectionId } from '@parley/model'
import type { MoveSection, SectionView } from '@parley/protocol'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { documentEvents } from '../present/document-event.ts'
import { ProblemError } from '../problem-error.ts'
import { sectionAnswer, visibleSection } from './document-answer.ts'
import { lineage, readOutline } from './outline-lines.ts'
import { orderKeyAfter, sectionSiblings } from './outline-place.ts'
import { runCommand } from './run-command.ts'

/** Moves a section with all it holds; never into itself, nor a standing one into one that is withdrawn. */
export function moveSection(
  app: App,
  person: SignedIn,
  project: ProjectId,
  id: SectionId,
  { parent, after }: MoveSection,
): Promise<SectionView> {
  const request = { person: person.id, project, needs: 'outline.write' } as const
  return runCommand(app, request, 'move-section', async (tx, context) => {
    const section = await visibleSection(tx, context, id)
    const { sections } = await readOutline(tx, project)
    const above = lineage(sections, parent)
    if (parent !== null && above.length === 0) throw new ProblemError('bad-move')
    if (above.some((one) => one.id === id)) throw new ProblemError('bad-move')
    if (section.withdrawnAt === null && above.some(({ withdrawnAt }) => withdrawnAt !== null)) {
      throw new ProblemError('bad-move')
    }
    const order = orderKeyAfter(await sectionSiblings(tx, project, parent, id), after)
    await tx
      .updateTable('section')
      .set({ parent_id: parent, order_key: order })
      .where('id', '=', id)
      .execute()
    return {
      result: await sectionAnswer(tx, context, id),
      entry: { section: id, parent, order, before: { parent: section.parent, order: section.order } },
      events: documentEvents(app, project, { sections: [id] }),
    }
  })
}

import { applyContent, canonicalJson, contentProblem, readContent, titleLine } from '@parley/document'
import type { ProjectId, TextContent, TextId } from '@parley/model'
import type { RejectionCode, TextView, WriteText } from '@parley/protocol'
import type { EditOutcome } from '@parley/rooms'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { ProblemError } from '../problem-error.ts'
import { permit } from '../project/permit.ts'
import { loadSight, type Sight } from '../project/viewer.ts'
import type { Reader } from '../store/index.ts'
import type { TextState } from '../version/document-state.ts'
import { visibleRequirement, visibleSection } from './document-answer.ts'

/**
 * Replaces a text's title or content by an edit of the acting person, through the room and its gate like every other;
 * the text's own journal records it. `seen` must still be the text's `seq`, or it is refused with both versions.
 */
export async function writeText(
  app: App,
  person: SignedIn,
  project: ProjectId,
  id: TextId,
  { title, content, seen }: WriteText,
): Promise<TextView> {
  const sight = await loadSight(app.store.db, project, person.id)
  permit(sight, 'document.read')
  const { text, withdrawn } = await findText(app.store.db, sight, id)
  permit(sight, 'statement.write', { withdrawn })
  requireGood(content)
  if (seen !== undefined && seen !== text.seq) throw changed(seen, text)
  const basis = seen === undefined ? null : canonicalJson(text.content)
  let isStale = false
  const outcome = await app.rooms.edit(id, person, (doc) => {
    const before = readContent(doc)
    // What was committed since the check, or lies before this edit in the same batch, was not seen either.
    isStale = basis !== null && canonicalJson(before) !== basis
    if (!isStale) applyContent(doc, withTitle(content ?? before, title))
  })
  requireCommitted(outcome)
  const { text: after } = await findText(app.store.db, sight, id)
  if (isStale) throw changed(seen ?? text.seq, after)
  return presentText(after)
}

const presentText = ({ id, seq, content }: TextState): TextView => ({ id, seq, content })

const changed = (seen: number, current: TextState) =>
  new ProblemError('content-changed', { facts: { seen, current: presentText(current) } })

function withTitle(content: TextContent, title: string | undefined): TextContent {
  if (title === undefined) return content
  const words = titleLine(title)
  const node = { type: 'title', ...(words !== '' && { content: [{ type: 'text', text: words }] }) }
  return { ...content, content: [node, ...(content.content ?? []).filter(({ type }) => type !== 'title')] }
}

function requireGood(content: TextContent | undefined): void {
  const problem = content && contentProblem(content)
  if (problem) throw new ProblemError('bad-content', { facts: { reason: problem.code } })
}

interface FoundText {
  readonly text: TextState
  readonly withdrawn: boolean
}

/** A text of the project's document that the viewer may know of, or a refusal as if there were none. */
async function findText(db: Reader, sight: Sight, id: TextId): Promise<FoundText> {
  const row = await db
    .selectFrom('text')
    .leftJoin('requirement', 'requirement.text_id', 'text.id')
    .leftJoin('section', 'section.text_id', 'text.id')
    .select(['requirement.id as requirement', 'section.id as section'])
    .where('text.id', '=', id)
    .where('text.project_id', '=', sight.project.id)
    .executeTakeFirst()
  if (row?.requirement) return found(await visibleRequirement(db, sight, row.requirement))
  if (row?.section) return found(await visibleSection(db, sight, row.section))
  throw new ProblemError('not-found')
}

const found = (thing: { readonly text: TextState; readonly withdrawnAt: string | null }): FoundText => ({
  text: thing.text,
  withdrawn: thing.withdrawnAt !== null,
})

function requireCommitted(outcome: EditOutcome): void {
  switch (outcome.type) {
    case 'committed':
      return
    case 'absent':
      throw new ProblemError('not-found')
    case 'unavailable':
      throw new ProblemError('not-saving')
    case 'refused':
      throw refusal(outcome.code)
    default:
      outcome satisfies never
  }
}

function refusal(code: RejectionCode): ProblemError {
  if (code === 'read-only') return new ProblemError('read-only')
  if (code === 'too-large') return new ProblemError('too-large', { facts: { limit: '4 MB' } })
  return new ProblemError('bad-content', { facts: { reason: code } })
}

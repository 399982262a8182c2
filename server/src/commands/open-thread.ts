import { newId, type PartyId, type ProjectId } from '@parley/model'
import { audienceChoices } from '@parley/policy'
import type { OpenThread, ThreadView } from '@parley/protocol'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { threadCountEvents, threadEvent } from '../present/thread.ts'
import { ProblemError } from '../problem-error.ts'
import { permit } from '../project/permit.ts'
import type { Sight } from '../project/viewer.ts'
import { placeAnchor } from '../version/place-anchor.ts'
import { visibleRequirement } from './document-answer.ts'
import { threadAnswer } from './find-thread.ts'
import { runCommand } from './run-command.ts'

/** Opens a thread on a requirement or on words in it, for an audience that the policy offers and that never changes. */
export function openThread(
  app: App,
  person: SignedIn,
  project: ProjectId,
  { requirement: id, audience, anchor, body }: OpenThread,
): Promise<ThreadView> {
  const needs = (sight: Sight) => {
    permit(sight, 'document.read')
    requireOffered(sight, audience)
  }
  return runCommand(app, { person: person.id, project, needs }, 'open-thread', async (tx, context) => {
    const requirement = await visibleRequirement(tx, context, id)
    const placed = anchor && (await placeAnchor(tx, requirement, anchor))
    const thread = newId<'thread'>()
    const { party } = context.viewer
    await tx
      .insertInto('thread')
      .values({
        id: thread,
        project_id: project,
        requirement_id: id,
        text_id: placed ? requirement.text.id : null,
        anchor_start: placed?.start ?? null,
        anchor_end: placed?.end ?? null,
        quote: placed?.quote ?? null,
        range_from: placed?.range.from ?? null,
        range_to: placed?.range.to ?? null,
        created_by: person.id,
        party_id: party,
        created_at: context.at,
        state: 'open',
        resolved_by: null,
        resolved_at: null,
      })
      .execute()
    await tx
      .insertInto('thread_audience')
      .values(audience.map((receiver) => ({ thread_id: thread, party_id: receiver })))
      .execute()
    const comment = newId<'comment'>()
    await tx
      .insertInto('comment')
      .values({
        id: comment,
        thread_id: thread,
        person_id: person.id,
        party_id: party,
        body,
        created_at: context.at,
        edited_at: null,
      })
      .execute()
    return {
      result: await threadAnswer(tx, context, thread),
      // Neither quote nor words: the journal is one for all parties.
      entry: { thread, comment, requirement: id, audience },
      events: [
        threadEvent(app, project, thread),
        ...threadCountEvents(app, project, { requirement: id, audience }),
      ],
    }
  })
}

function requireOffered({ viewer, project }: Sight, audience: readonly PartyId[]): void {
  const isOffered = audienceChoices(viewer, project, project.parties).some(
    ({ parties }) =>
      parties.length === audience.length &&
      new Set(audience).size === audience.length &&
      parties.every((party) => audience.includes(party)),
  )
  if (!isOffered) throw new ProblemError('not-allowed')
}

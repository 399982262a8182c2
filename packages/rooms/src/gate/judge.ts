import type { TextContent } from '@parley/model'
import type { RejectionCode } from '@parley/protocol'
import * as Y from 'yjs'
import type { Format } from '../format.ts'
import type { AppendView, Entry } from '../journal.ts'
import type { Limits } from '../limits.ts'
import { mayWrite, type Replica } from '../replica.ts'
import { applyChange } from './apply.ts'
import { TooMuchEffort } from './effort.ts'
import { newDeletions, standingOf } from './standing.ts'
import type { EditWork, UpdateWork, Verdict, Work } from './work.ts'

/** What is judged with and against; `clientOf` gives the client id for edits the server makes for a person. */
export interface Court {
  readonly replica: Replica
  readonly format: Format
  readonly limits: Limits
  /** Whether to look at the content after each piece of work: after a batch turned out bad. */
  readonly careful: boolean
  readonly newClient: () => number
}

/**
 * The batch as judged. `spoilt`: the live document holds something refused (`culprit`, or somebody in the batch where
 * it is `null`) and must be rebuilt; nothing may be stored.
 */
export type Judgement =
  | {
      readonly type: 'judged'
      readonly verdicts: ReadonlyMap<Work, Verdict>
      readonly entries: readonly Entry[]
      readonly content: TextContent | null
    }
  | { readonly type: 'spoilt'; readonly culprit: Work | null; readonly code: RejectionCode }

/** Gate steps 3 to 6 for a batch, in order of arrival, on the live document. Throws nothing. */
export function judge(batch: readonly Work[], view: AppendView, court: Court): Judgement {
  const verdicts = new Map<Work, Verdict>()
  const entries: Entry[] = []
  let content: TextContent | null = null
  for (const [at, work] of batch.entries()) {
    const judged = judgeWork(work, view, court)
    if (judged.type === 'spoilt') return { type: 'spoilt', culprit: work, code: judged.code }
    verdicts.set(work, judged.verdict)
    entries.push(...judged.entries)
    const last = at === batch.length - 1
    if (entries.length === 0 || !(last || (court.careful && judged.entries.length > 0))) continue
    const checked = check(court)
    if (checked.type === 'refused') {
      const culprit = court.careful || batch.length === 1 ? work : null
      return { type: 'spoilt', culprit, code: checked.code }
    }
    entries.push(...checked.repairs)
    content = checked.content
  }
  return { type: 'judged', verdicts, entries, content }
}

/** Whether the document has everything in it already. */
export const isKnown = (work: UpdateWork, replica: Replica): boolean =>
  work.parts.every(({ scan }) => standingOf(scan, replica.doc, replica, work.session.writer).type === 'known')

type Judged =
  | { readonly type: 'clean'; readonly verdict: Verdict; readonly entries: readonly Entry[] }
  | { readonly type: 'spoilt'; readonly code: RejectionCode }

const refused = (code: RejectionCode): Judged => ({
  type: 'clean',
  verdict: { type: 'refused', code },
  entries: [],
})

function judgeWork(work: Work, view: AppendView, court: Court): Judged {
  try {
    return work.type === 'edit' ? judgeEdit(work, view, court) : judgeUpdate(work, view, court)
  } catch (error) {
    // reason: Yjs met something that the scan let through; what it left behind is unknown
    return { type: 'spoilt', code: error instanceof TooMuchEffort ? 'too-large' : 'malformed' }
  }
}

function judgeUpdate(work: UpdateWork, view: AppendView, court: Court): Judged {
  const { replica, limits } = court
  if (work.era !== work.session.era) return { type: 'clean', verdict: { type: 'dropped' }, entries: [] }
  const entries: Entry[] = []
  for (const { bytes, scan } of work.parts) {
    const standing = standingOf(scan, replica.doc, replica, work.session.writer)
    if (standing.type === 'known') continue
    const access = view.access(work.person.id)
    const code = !mayWrite(access) ? 'read-only' : standing.type === 'refused' ? standing.code : null
    // reason: a part that is refused after another was applied leaves that one in the document
    if (code !== null) return entries.length === 0 ? refused(code) : { type: 'spoilt', code }
    const clients = standing.type === 'news' ? standing.clients : []
    for (const client of clients) replica.reserve(client, work.person.id)
    const applied = replica.effort.within(limits.mergeSteps, limits.textMergeSteps, () => {
      replica.effort.move(newDeletions(scan, replica.doc))
      return applyChange(replica.doc, () => Y.applyUpdate(replica.doc, bytes))
    })
    if (applied === 'pending') return { type: 'spoilt', code: 'unknown-dependency' }
    if (applied === null || !mayWrite(access)) continue
    entries.push({ author: authorOf(work, access.membership.party), ...applied, clients })
  }
  return { type: 'clean', verdict: { type: entries.length === 0 ? 'known' : 'news' }, entries }
}

function judgeEdit(work: EditWork, view: AppendView, court: Court): Judged {
  const access = view.access(work.person.id)
  if (!mayWrite(access)) return refused('read-only')
  const { replica } = court
  const client = court.newClient()
  replica.doc.clientID = client
  const applied = applyChange(replica.doc, () => work.change(replica.doc))
  if (applied === 'pending') return { type: 'spoilt', code: 'unknown-dependency' }
  if (applied === null) return { type: 'clean', verdict: { type: 'known' }, entries: [] }
  const inserted = Y.getState(replica.doc.store, client) > 0
  const clients = inserted ? [client] : []
  const entry: Entry = { author: authorOf(work, access.membership.party), ...applied, clients }
  return { type: 'clean', verdict: { type: 'news' }, entries: [entry] }
}

const authorOf = (work: Work, party: Extract<Entry['author'], { type: 'person' }>['party']) =>
  ({ type: 'person', person: work.person.id, party }) as const

type Checked =
  | { readonly type: 'right'; readonly content: TextContent; readonly repairs: readonly Entry[] }
  | { readonly type: 'refused'; readonly code: RejectionCode }

/** Gate step 6: the content as it stands, its structure repaired by the server where merging broke it. */
function check(court: Court): Checked {
  const { replica, format } = court
  if (replica.doc.share.size > 1) return { type: 'refused', code: 'unsafe-content' }
  try {
    const content = format.read(replica.doc)
    const problem = format.problem(content)
    if (problem === null) return { type: 'right', content, repairs: [] }
    if (problem.kind === 'unsafe') return { type: 'refused', code: 'unsafe-content' }
    replica.doc.clientID = court.newClient()
    const repair = applyChange(replica.doc, () => format.repair(replica.doc, content))
    const repaired = format.read(replica.doc)
    if (repair === null || repair === 'pending' || format.problem(repaired) !== null)
      return { type: 'refused', code: 'unsafe-content' }
    const entry: Entry = { author: { type: 'system' }, ...repair, clients: [] }
    return { type: 'right', content: repaired, repairs: [entry] }
  } catch {
    // reason: what cannot be read or repaired may not stand, whatever the error
    return { type: 'refused', code: 'unsafe-content' }
  }
}

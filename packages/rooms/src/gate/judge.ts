import type { TextContent } from '@parley/model'
import type { RejectionCode } from '@parley/protocol'
import * as Y from 'yjs'
import type { Format } from '../format.ts'
import type { AppendView, Entry } from '../journal.ts'
import type { Limits } from '../limits.ts'
import { mayWrite, type Replica } from '../replica.ts'
import { applyChange } from './apply.ts'
import { judgeUpdates } from './judge-updates.ts'
import type { Scan } from './scan.ts'
import { standingOf } from './standing.ts'
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

/**
 * Gate steps 3 to 6 for a batch on the live document. Updates of one session are judged together, sessions in the order
 * of their first; where somebody is to be found, each update by itself. Throws nothing.
 */
export function judge(batch: readonly Work[], view: AppendView, court: Court): Judgement {
  const verdicts = new Map<Work, Verdict>()
  const entries: Entry[] = []
  let content: TextContent | null = null
  const turns = court.careful ? batch.map((work) => [work]) : bySession(batch)
  const planned = turns.length
  for (const [at, turn] of turns.entries()) {
    const judged = judgeTurn(turn, view, court, at < planned - 1)
    if (judged.type === 'spoilt') return judged
    for (const [work, verdict] of judged.verdicts) verdicts.set(work, verdict)
    if (judged.postponed.length > 0) turns.push(judged.postponed)
    if (judged.entry !== null) entries.push(judged.entry)
    const last = at === turns.length - 1
    if (entries.length === 0 || !(last || (court.careful && judged.entry !== null))) continue
    const checked = check(court)
    if (checked.type === 'refused') {
      const culprit = turn.length === 1 && (court.careful || batch.length === 1) ? turn[0] : null
      return { type: 'spoilt', culprit: culprit ?? null, code: checked.code }
    }
    entries.push(...checked.repairs)
    content = checked.content
  }
  return { type: 'judged', verdicts, entries, content }
}

/** Works of one session together, and each edit by itself. */
function bySession(batch: readonly Work[]): (readonly Work[])[] {
  return [...Map.groupBy(batch, (work) => (work.type === 'update' ? work.session : work)).values()]
}

/** Whether the document has everything in it already. */
export const isKnown = (work: UpdateWork, replica: Replica): boolean =>
  work.parts.every(
    ({ scan }) =>
      isNothing(scan) || standingOf(scan, replica.doc, replica, work.session.writer).type === 'known',
  )

/** What a newcomer brings; the document is not even looked at. */
const isNothing = (scan: Scan) => scan.inserts.length === 0 && scan.deletes.length === 0

type Judged =
  | {
      readonly type: 'clean'
      readonly verdicts: Iterable<readonly [Work, Verdict]>
      readonly entry: Entry | null
      readonly postponed: readonly Work[]
    }
  | Extract<Judgement, { type: 'spoilt' }>

function judgeTurn(turn: readonly Work[], view: AppendView, court: Court, mayPostpone: boolean): Judged {
  const [first] = turn
  if (first?.type === 'edit') return judgeEdit(first, view, court)
  const updates = turn.filter((work) => work.type === 'update')
  return judgeUpdates(updates, view, court, mayPostpone)
}

function judgeEdit(work: EditWork, view: AppendView, court: Court): Judged {
  const clean = (verdict: Verdict, entry: Entry | null = null): Judged => ({
    type: 'clean',
    verdicts: [[work, verdict]],
    entry,
    postponed: [],
  })
  const access = view.access(work.person.id)
  if (!mayWrite(access)) return clean({ type: 'refused', code: 'read-only' })
  const { replica } = court
  const client = court.newClient()
  replica.doc.clientID = client
  try {
    const applied = applyChange(replica.doc, () => work.change(replica.doc))
    if (applied === 'pending') return { type: 'spoilt', culprit: work, code: 'unknown-dependency' }
    if (applied === null) return clean({ type: 'known' })
    const clients = Y.getState(replica.doc.store, client) > 0 ? [client] : []
    const author = { type: 'person', person: work.person.id, party: access.membership.party } as const
    return clean({ type: 'news' }, { author, ...applied, clients })
  } catch {
    // reason: what the change left behind is unknown
    return { type: 'spoilt', culprit: work, code: 'malformed' }
  }
}

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

import type { RejectionCode } from '@parley/protocol'
import * as Y from 'yjs'
import type { AppendView, Entry } from '../journal.ts'
import { mayWrite } from '../replica.ts'
import { applyChange, isPending } from './apply.ts'
import { TooMuchEffort } from './effort.ts'
import type { Court } from './judge.ts'
import { newDeletions, standingOf } from './standing.ts'
import type { UpdateWork, Verdict } from './work.ts'

/** What became of some updates of one session. */
export type JudgedUpdates =
  | {
      readonly type: 'clean'
      readonly verdicts: ReadonlyMap<UpdateWork, Verdict>
      /** All of them as one, or `null` where they change nothing. */
      readonly entry: Entry | null
      /** Not judged: they build on what may come from the others of the batch. */
      readonly postponed: readonly UpdateWork[]
    }
  | { readonly type: 'spoilt'; readonly culprit: UpdateWork | null; readonly code: RejectionCode }

/** The live document holds a part of something that is refused. */
class Spoilt extends Error {
  readonly code: RejectionCode

  constructor(code: RejectionCode) {
    super(`the document is spoilt: ${code}`)
    this.code = code
  }
}

/** Gate steps 3 to 5 for updates of one session, in order, as one transaction on the live document: it costs as much as one. */
export function judgeUpdates(
  works: readonly UpdateWork[],
  view: AppendView,
  court: Court,
  mayPostpone: boolean,
): JudgedUpdates {
  const { doc } = court.replica
  const verdicts = new Map<UpdateWork, Verdict>()
  const clients: number[] = []
  let current: UpdateWork | null = null
  let postponed: readonly UpdateWork[] = []
  try {
    const applied = applyChange(doc, () => {
      for (const [at, work] of works.entries()) {
        current = work
        const verdict = judgeUpdate(work, view, court, { clients, mayPostpone })
        if (verdict === 'too-early') {
          postponed = works.slice(at)
          break
        }
        verdicts.set(work, verdict)
      }
      current = works.length === 1 ? current : null
    })
    if (applied === 'pending') return { type: 'spoilt', culprit: current, code: 'unknown-dependency' }
    const [first] = works
    const access = first && view.access(first.person.id)
    if (applied !== null && first && access && mayWrite(access)) {
      const author = { type: 'person', person: first.person.id, party: access.membership.party } as const
      return { type: 'clean', verdicts, entry: { author, ...applied, clients }, postponed }
    }
    for (const [work, verdict] of verdicts) if (verdict.type === 'news') verdicts.set(work, { type: 'known' })
    return { type: 'clean', verdicts, entry: null, postponed }
  } catch (error) {
    return { type: 'spoilt', culprit: current, code: codeOf(error) }
  }
}

/** reason: of other errors, Yjs met something that the scan let through; what it left behind is unknown */
const codeOf = (error: unknown): RejectionCode => {
  if (error instanceof Spoilt) return error.code
  return error instanceof TooMuchEffort ? 'too-large' : 'malformed'
}

/** `too-early` where it builds on what may come from the others of the batch. */
function judgeUpdate(
  work: UpdateWork,
  view: AppendView,
  court: Court,
  { clients, mayPostpone }: { readonly clients: number[]; readonly mayPostpone: boolean },
): Verdict | 'too-early' {
  const { replica, limits } = court
  if (work.era !== work.session.era) return { type: 'dropped' }
  let isNews = false
  for (const { bytes, scan } of work.parts) {
    const standing = standingOf(scan, replica.doc, replica, work.session.writer)
    if (standing.type === 'known') continue
    const access = view.access(work.person.id)
    const code = !mayWrite(access) ? 'read-only' : standing.type === 'refused' ? standing.code : null
    if (code !== null) {
      // reason: a part that is refused after another was applied leaves that one in the document
      if (isNews) throw new Spoilt(code)
      if (code === 'unknown-dependency' && mayPostpone) return 'too-early'
      return { type: 'refused', code }
    }
    isNews = true
    const fresh = standing.type === 'news' ? standing.clients : []
    for (const client of fresh) replica.reserve(client, work.person.id)
    clients.push(...fresh)
    replica.effort.within(limits.mergeSteps, limits.textMergeSteps, () => {
      replica.effort.move(newDeletions(scan, replica.doc))
      Y.applyUpdate(replica.doc, bytes)
    })
    if (isPending(replica.doc)) throw new Spoilt('unknown-dependency')
  }
  return { type: isNews ? 'news' : 'known' }
}

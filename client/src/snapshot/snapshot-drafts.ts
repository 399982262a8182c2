import type { MemberId } from '@parley/model'
import type { TakeSnapshot } from '@parley/protocol'

const empty: TakeSnapshot = { name: '', note: '', kind: 'working' }

/**
 * What was typed for snapshots that are not taken yet, a member each: looking up a requirement that stands in the way
 * of an agreed version leads away from the dialog, and back to it with every word still there.
 */
const drafts = new Map<MemberId, TakeSnapshot>()

/** What the member typed before; empty where there is nothing. */
export const snapshotDraft = (member: MemberId): TakeSnapshot => drafts.get(member) ?? empty

/** Keeps what the member has typed. */
export const keepSnapshotDraft = (member: MemberId, draft: TakeSnapshot): void =>
  void drafts.set(member, draft)

/** Forgets it, once the snapshot is taken. */
export const dropSnapshotDraft = (member: MemberId): void => void drafts.delete(member)

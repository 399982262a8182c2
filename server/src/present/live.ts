import type { TextId } from '@parley/model'
import { decide, mayReceive, maySeeMembers } from '@parley/policy'
import type { PresentPerson } from '@parley/protocol'
import type { TextChange } from '@parley/rooms'
import type { MovedAnchor } from '../live/thread-anchors.ts'
import type { Sight } from '../project/viewer.ts'
import type { Present, PresentText } from '../sync/index.ts'

/** Tells a watcher who may read the document of a text's new content, with the anchors of threads they receive. */
export const presentText =
  (change: TextChange<readonly MovedAnchor[]>): PresentText =>
  ({ viewer, project }) => {
    if (!decide(viewer, 'document.read', project).allowed) return null
    const anchors = change.effect.filter(({ audience }) => mayReceive(viewer, audience))
    return {
      type: 'text',
      text: change.text,
      seq: change.seq,
      content: change.content,
      anchors: anchors.map(({ thread, range }) => ({ thread, range: range && { ...range } })),
    }
  }

/** Somebody who watches the project, for viewers who may know them; the text is told to who may read it only. */
export function presentPerson(
  { viewer, project }: Sight,
  { person, name, sight }: Present,
  text: TextId | null,
): PresentPerson | null {
  const party = project.parties.find(({ id }) => id === sight.viewer.party)
  if (!party || !maySeeMembers(viewer, project, party)) return null
  return {
    person,
    name,
    party: party.id,
    partyKind: party.kind,
    role: sight.viewer.role,
    function: sight.viewer.function,
    text: decide(viewer, 'document.read', project).allowed ? text : null,
  }
}

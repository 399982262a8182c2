import type { PersonId, ProjectId, TextId } from '@parley/model'
import type { PresentPerson, SyncEvent } from '@parley/protocol'
import type { Scheduler } from '@parley/rooms'
import type { Sight } from '../project/viewer.ts'

export interface HubOptions {
  /** What a person sees of a project now, or `null` where it is none of theirs. */
  readonly sightOf: (project: ProjectId, person: PersonId) => Promise<Sight | null>
  /** Another person as the viewer may see them here, `text` being what they write in; `null` where not at all. */
  readonly presentPerson: (viewer: Sight, other: Present, text: TextId | null) => PresentPerson | null
  readonly scheduler: Scheduler
  readonly onError: (error: unknown) => void
}

/** A person who watches a project, as the server knows them. */
export interface Present {
  readonly person: PersonId
  readonly name: string
  readonly sight: Sight
}

/** What one viewer is told of a text; made anew for each viewer. */
export type PresentText = (viewer: Sight) => SyncEvent | null

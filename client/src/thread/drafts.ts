import type { PartyId, RequirementId } from '@parley/model'
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'

/** A comment being written on a requirement: it stays while its writer looks at other requirements. */
export interface Draft {
  readonly body: string
  /** The audience chosen; `null` until one is chosen, then the first offered counts. */
  readonly audience: readonly PartyId[] | null
}

/** The unsent comments of one document page. */
export interface Drafts {
  readonly of: (requirement: RequirementId) => Draft
  readonly put: (requirement: RequirementId, draft: Draft) => void
  readonly hasAny: () => boolean
  readonly subscribe: (listener: () => void) => () => void
}

const empty: Draft = { body: '', audience: null }

/** Makes the drafts of one document page. */
export function makeDrafts(): Drafts {
  const drafts = new Map<RequirementId, Draft>()
  const listeners = new Set<() => void>()
  return {
    of: (requirement) => drafts.get(requirement) ?? empty,
    put(requirement, draft) {
      drafts.set(requirement, draft)
      for (const listener of [...listeners]) listener()
    },
    hasAny: () => [...drafts.values()].some((draft) => draft.body.trim() !== ''),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Gives the drafts to the side panel. */
export const DraftContext = createContext<Drafts | null>(null)

/** The draft on one requirement and the way to change it. */
export function useDraft(requirement: RequirementId): readonly [Draft, (draft: Draft) => void] {
  const drafts = useContext(DraftContext)
  if (!drafts) throw new Error('expected a DraftContext above')
  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.of(requirement))
  const put = useCallback((next: Draft) => drafts.put(requirement, next), [drafts, requirement])
  return [draft, put]
}

import type { RequirementId, SectionId } from '@parley/model'
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { DocumentStore } from './document-store.ts'

/** Gives the open project's document to everything below the document page. */
export const DocumentContext = createContext<DocumentStore | null>(null)

/** The open project's document; a bug where there is none. */
export function useDocumentStore(): DocumentStore {
  const store = useContext(DocumentContext)
  if (!store) throw new Error('expected a DocumentContext above')
  return store
}

/** One section, re-rendered when it changes; `undefined` where it is absent. */
export function useSection(id: SectionId) {
  const store = useDocumentStore()
  const subscribe = useCallback((listener: () => void) => store.subscribe(id, listener), [store, id])
  return useSyncExternalStore(subscribe, () => store.section(id))
}

/** One requirement, re-rendered when it changes; `undefined` where it is absent. */
export function useRequirement(id: RequirementId) {
  const store = useDocumentStore()
  const subscribe = useCallback((listener: () => void) => store.subscribe(id, listener), [store, id])
  return useSyncExternalStore(subscribe, () => store.requirement(id))
}

/** The lines of the document in reading order. */
export function useOutline() {
  const store = useDocumentStore()
  const subscribe = useCallback((listener: () => void) => store.subscribe('outline', listener), [store])
  return useSyncExternalStore(subscribe, store.outline)
}

/** All requirements, re-rendered when any of them changes: for counts and filters. */
export function useRequirements() {
  const store = useDocumentStore()
  return useSyncExternalStore(store.subscribeAll, store.requirements)
}

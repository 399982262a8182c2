import { titleOf } from '@parley/document'
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

/** Calls when the thing with this id changes. */
function useSubscribe(id: SectionId | RequirementId) {
  const store = useDocumentStore()
  return useCallback((listener: () => void) => store.subscribe(id, listener), [store, id])
}

/** One requirement, re-rendered with every letter; `undefined` where it is absent. */
export function useRequirement(id: RequirementId) {
  const store = useDocumentStore()
  return useSyncExternalStore(useSubscribe(id), () => store.requirement(id))
}

/** The text of a section or requirement as it is now; `undefined` where it is absent. */
const textOf = (store: DocumentStore, id: SectionId | RequirementId) =>
  (store.requirement(id as RequirementId) ?? store.section(id as SectionId))?.text

/** The text of a section or requirement, re-rendered with every letter; `undefined` where it is absent. */
export function useText(id: SectionId | RequirementId) {
  const store = useDocumentStore()
  return useSyncExternalStore(useSubscribe(id), () => textOf(store, id))
}

/** What is known of a requirement beside its words. */
export function useFacts(id: RequirementId) {
  const store = useDocumentStore()
  return useSyncExternalStore(useSubscribe(id), () => store.facts(id))
}

/** The title of a section or requirement; empty where it has none, or is absent. */
export function useTitle(id: SectionId | RequirementId): string {
  const store = useDocumentStore()
  return useSyncExternalStore(useSubscribe(id), () => {
    const text = textOf(store, id)
    return text ? titleOf(text.content) : ''
  })
}

/** The lines of the document in reading order. */
export function useOutline() {
  const store = useDocumentStore()
  const subscribe = useCallback((listener: () => void) => store.subscribe('outline', listener), [store])
  return useSyncExternalStore(subscribe, store.outline)
}

/** The facts of all requirements, re-rendered when any of them changes: for counts and filters. */
export function useAllFacts() {
  const store = useDocumentStore()
  const subscribe = useCallback((listener: () => void) => store.subscribe('facts', listener), [store])
  return useSyncExternalStore(subscribe, store.allFacts)
}

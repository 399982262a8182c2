import type { RequirementId, ThreadId } from '@parley/model'
import type { SyncEvent, TextEvent, ThreadView } from '@parley/protocol'
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'

/** The threads of the open project that its reader may see, each requirement its own subscription. */
export interface ThreadStore {
  readonly load: (threads: readonly ThreadView[]) => void
  readonly apply: (event: SyncEvent) => void
  /** The requirement's threads, oldest first; the same array until one of them changes. */
  readonly of: (requirement: RequirementId) => readonly ThreadView[]
  readonly subscribe: (requirement: RequirementId, listener: () => void) => () => void
}

const none: readonly ThreadView[] = []

/** Makes the store of one project. */
export function makeThreadStore(): ThreadStore {
  const threads = new Map<ThreadId, ThreadView>()
  const lists = new Map<RequirementId, readonly ThreadView[]>()
  const listeners = new Map<RequirementId, Set<() => void>>()

  const relist = (requirement: RequirementId) => {
    const own = [...threads.values()].filter((thread) => thread.requirement === requirement)
    lists.set(requirement, own.toSorted(byAge))
    for (const listener of [...(listeners.get(requirement) ?? [])]) listener()
  }

  const moveAnchors = (event: TextEvent) => {
    const touched = new Set<RequirementId>()
    for (const { thread: id, range } of event.anchors) {
      const thread = threads.get(id)
      if (!thread?.anchor) continue
      threads.set(id, { ...thread, anchor: { ...thread.anchor, range } })
      touched.add(thread.requirement)
    }
    for (const requirement of touched) relist(requirement)
  }

  return {
    load(all) {
      threads.clear()
      lists.clear()
      for (const thread of all) threads.set(thread.id, thread)
      const grouped = Map.groupBy(all, (thread) => thread.requirement)
      for (const [requirement, own] of grouped) lists.set(requirement, own.toSorted(byAge))
      for (const each of listeners.values()) for (const listener of [...each]) listener()
    },
    apply(event) {
      if (event.type === 'text') moveAnchors(event)
      if (event.type !== 'thread') return
      threads.set(event.thread.id, event.thread)
      relist(event.thread.requirement)
    },
    of: (requirement) => lists.get(requirement) ?? none,
    subscribe(requirement, listener) {
      const own = listeners.get(requirement) ?? new Set()
      listeners.set(requirement, own.add(listener))
      return () => own.delete(listener)
    },
  }
}

const byAge = (left: ThreadView, right: ThreadView) =>
  left.createdAt === right.createdAt
    ? left.id < right.id
      ? -1
      : 1
    : left.createdAt < right.createdAt
      ? -1
      : 1

/** Gives the threads to everything below the document page. */
export const ThreadContext = createContext<ThreadStore | null>(null)

/** The open project's threads; a bug where there is none. */
export function useThreadStore(): ThreadStore {
  const store = useContext(ThreadContext)
  if (!store) throw new Error('expected a ThreadContext above')
  return store
}

/** The threads on one requirement. */
export function useThreads(requirement: RequirementId): readonly ThreadView[] {
  const store = useThreadStore()
  const subscribe = useCallback(
    (listener: () => void) => store.subscribe(requirement, listener),
    [store, requirement],
  )
  return useSyncExternalStore(subscribe, () => store.of(requirement))
}

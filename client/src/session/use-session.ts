import type { ProjectId, TextId } from '@parley/model'
import type { SyncEvent } from '@parley/protocol'
import { createContext, useContext, useEffect, useEffectEvent, useMemo, useSyncExternalStore } from 'react'
import type { Session, SessionSaved } from './session.ts'
import { makeSteadySaved } from './steady-saved.ts'

/** Gives the tab's session to everything below. */
export const SessionContext = createContext<Session | null>(null)

/** The tab's session; a bug where there is none. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('expected a SessionContext above')
  return session
}

/** What may be said about everything that is open. */
export function useSessionSaved(): SessionSaved {
  const session = useSession()
  const { subscribe, get } = useMemo(() => makeSteadySaved(session), [session])
  return useSyncExternalStore(subscribe, get)
}

/** Whether a text holds something the server did not take. */
export function useHasRefused(text: TextId): boolean {
  const session = useSession()
  return useSyncExternalStore(session.subscribeRefused, () => session.refusedTexts().has(text))
}

/** Hears a project's events while the component is there. */
export function useWatch(project: ProjectId, onEvent: (event: SyncEvent) => void): void {
  const session = useSession()
  const hear = useEffectEvent(onEvent)
  useEffect(() => session.watch(project, (event) => hear(event)), [session, project])
}

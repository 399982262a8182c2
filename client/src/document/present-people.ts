import type { TextId } from '@parley/model'
import type { PresentPerson } from '@parley/protocol'
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'

/** Who is in the project now, as the server says. */
export interface PresentPeople {
  readonly all: () => readonly PresentPerson[]
  readonly put: (people: readonly PresentPerson[]) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** Makes the list of one document page. */
export function makePresentPeople(): PresentPeople {
  const listeners = new Set<() => void>()
  let people: readonly PresentPerson[] = []
  return {
    all: () => people,
    put: (next) => {
      people = next
      for (const listener of [...listeners]) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Gives the present people to everything below the document page. */
export const PresentPeopleContext = createContext<PresentPeople | null>(null)

function usePresentPeopleStore(): PresentPeople {
  const present = useContext(PresentPeopleContext)
  if (!present) throw new Error('expected a PresentPeopleContext above')
  return present
}

/** Everybody who is here. */
export function usePresentPeople(): readonly PresentPerson[] {
  const present = usePresentPeopleStore()
  return useSyncExternalStore(present.subscribe, present.all)
}

/** Whether somebody writes in a text just now. */
export function useIsWrittenIn(text: TextId | undefined): boolean {
  const present = usePresentPeopleStore()
  const read = useCallback(() => present.all().some((person) => person.text === text), [present, text])
  return useSyncExternalStore(present.subscribe, read)
}

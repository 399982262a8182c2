import type { ReadOnlyReason } from '@parley/protocol'
import { createContext, useContext } from 'react'

/** Why the document can't be written by the viewer, `null` where it can. */
export const ReadOnlyContext = createContext<ReadOnlyReason | null>(null)

/** Why a card can't be written, `null` where it can. */
export function useReadOnly(withdrawn: boolean): ReadOnlyReason | null {
  const ofDocument = useContext(ReadOnlyContext)
  return ofDocument ?? (withdrawn ? 'withdrawn' : null)
}

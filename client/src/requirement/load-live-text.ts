import { useEffect, useSyncExternalStore } from 'react'
import type { LiveText } from './live-text.tsx'

let component: typeof LiveText | null = null
let isLoading = false
const listeners = new Set<() => void>()

/** Loads what live texts are made of, once; after a failure the next who asks tries again. */
export async function loadLiveText(): Promise<void> {
  if (component || isLoading) return
  isLoading = true
  try {
    component = (await import('./live-text.tsx')).LiveText
    for (const listener of [...listeners]) listener()
  } catch {
    // reason: without a connection the static text stays, which is all that can be had
  } finally {
    isLoading = false
  }
}

/** The live text, `null` until it is loaded. */
export function useLiveText(): typeof LiveText | null {
  useEffect(() => void loadLiveText(), [])
  return useSyncExternalStore(subscribe, () => component)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

import type { ProjectId, TextId } from '@parley/model'
import type { SyncEvent } from '@parley/protocol'
import { Link, type LinkOptions, type LinkState } from './link.ts'
import { type MakeRoom, type OpenText, TextPool } from './text-pool.ts'

/** What the tab may truthfully say about everything that is open. */
export type SessionSaved = 'saved' | 'saving' | 'offline' | 'not-saving' | 'refused' | 'ended'

/** The tab's live connection: open texts, and the events of the project on screen. */
export interface Session {
  /** Opens a text, or uses the one that is open; it stays for a while after the last release. */
  openText(text: TextId, makeRoom: MakeRoom): OpenText
  /**
   * Tells of everything in a project until the function it gives is called. After a loss, and at the beginning, comes
   * `resync`: read the document again, events may be missing.
   */
  watch(project: ProjectId, onEvent: (event: SyncEvent) => void): () => void
  link(): LinkState
  saved(): SessionSaved
  /** The texts that hold something the server did not take; the same object until that changes. */
  refusedTexts(): ReadonlySet<TextId>
  /** Listens to every change of `refusedTexts`. */
  subscribeRefused(listener: () => void): () => void
  /** Whether leaving the page now would lose anything: what is not committed, and what was refused. */
  hasUnacknowledged(): boolean
  /** Listens to every change of `link` and `saved`. */
  subscribe(listener: () => void): () => void
  /** Tries to connect at once where that is waited for. */
  retry(): void
  close(): void
}

/** Makes the session of a tab; one tab has one. */
export function makeSession(options: LinkOptions): Session {
  const link = new Link(options)
  const pool = new TextPool(link, options.after)
  let stopWatching: (() => void) | null = null

  return {
    openText: (text, makeRoom) => pool.open(text, makeRoom),

    watch(project, onEvent) {
      stopWatching?.()
      const stopListening = link.onControl((message) => {
        if (message.type === 'event') onEvent(message.event)
        else if (message.project !== project) return
        else onEvent(message.type === 'watching' ? { type: 'resync' } : { type: 'left', project })
      })
      const stop = () => {
        stopListening()
        if (stopWatching !== stop) return
        stopWatching = null
        link.watch(null)
      }
      stopWatching = stop
      link.watch(project)
      return stop
    },

    link: () => link.state,

    saved() {
      if (link.state.type === 'ended') return 'ended'
      const views = pool.rooms().map((room) => room.view())
      if (views.some(({ refused }) => refused.length > 0)) return 'refused'
      if (link.state.type !== 'open') return 'offline'
      if (views.some(({ saved }) => saved === 'not-saving')) return 'not-saving'
      // reason: what was written into a text that the server keeps closed is not on its way
      if (views.some(({ saved, hasUnsaved }) => hasUnsaved && saved === 'offline')) return 'offline'
      return views.some(({ hasUnsaved }) => hasUnsaved) ? 'saving' : 'saved'
    },

    refusedTexts: () => pool.refused(),

    subscribeRefused: (listener) => pool.subscribeRefused(listener),

    hasUnacknowledged: () => pool.hasUnsaved() || pool.refused().size > 0,

    subscribe(listener) {
      const stopLink = link.onState(listener)
      const stopPool = pool.subscribe(listener)
      return () => {
        stopLink()
        stopPool()
      }
    },

    retry: () => link.retry(),

    close() {
      pool.close()
      link.end()
    },
  }
}

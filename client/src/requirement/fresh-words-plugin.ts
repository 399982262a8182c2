import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { Extension } from '@tiptap/react'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import type { LiveText } from '../session/room-connection.ts'
import { FreshRuns } from './fresh-runs.ts'

const key = new PluginKey<DecorationSet>('freshWords')

/** Milliseconds between two looks at whether fresh words are in sight. */
const interval = 1_000

type Document = EditorView['state']['doc']

/** Underlines what others write, in their party's colour, until its reader has seen it: as decorations only. */
export const freshWords = (live: Pick<LiveText, 'doc' | 'awareness'>) =>
  Extension.create({
    name: 'freshWords',
    addProseMirrorPlugins: () => [makePlugin(live)],
  })

function makePlugin(live: Pick<LiveText, 'doc' | 'awareness'>): Plugin<DecorationSet> {
  const runs = new FreshRuns(live.doc)
  // reason: who has left is still known by what they wrote
  const parties = new Map<number, string>()

  function draw(doc: Document): DecorationSet {
    const decorations = runs.now().flatMap(({ client, from, to }) => {
      if (to > doc.content.size) return []
      const party = parties.get(client)
      return [Decoration.inline(from, to, { class: 'fresh', ...(party && { 'data-party': party }) })]
    })
    return DecorationSet.create(doc, decorations)
  }

  return new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, before, _old, { doc }) {
        // reason: a change of others replaces the whole document, which no decoration survives
        const isRemote = transaction.getMeta(ySyncPluginKey)?.isChangeOrigin === true
        if (transaction.getMeta(key) || isRemote) return draw(doc)
        return before.map(transaction.mapping, doc)
      },
    },
    props: {
      decorations: (state) => key.getState(state),
      handleDOMEvents: {
        pointerdown: (view) => redrawIf(view, runs.seen(Date.now())),
        blur: (view) => redrawIf(view, runs.left()),
      },
    },
    view: (view) => watch(view, runs, parties, live),
  })
}

/** Draws anew; always false, since no event is taken from whoever else wants it. */
function redrawIf(view: EditorView, isNeeded: boolean): false {
  // reason: an input method loses its word where the document's drawing changes under it
  if (isNeeded && !view.isDestroyed && !view.composing)
    view.dispatch(view.state.tr.setMeta(key, true).setMeta('addToHistory', false))
  return false
}

function watch(
  view: EditorView,
  runs: FreshRuns,
  parties: Map<number, string>,
  { doc, awareness }: Pick<LiveText, 'doc' | 'awareness'>,
) {
  let isInSight = false
  let timer: ReturnType<typeof setTimeout> | null = null

  function wait(): void {
    if (timer === null && !runs.isEmpty) timer = setTimeout(look, interval)
  }

  function look(): void {
    timer = null
    const isSeen = isInSight && document.visibilityState === 'visible'
    redrawIf(view, isSeen && runs.shown(interval))
    wait()
  }

  /** Before the editor takes the change over, so that words and underline appear together. */
  function changed(transaction: Y.Transaction): void {
    const now = Date.now()
    if (!transaction.local) {
      runs.received(transaction, now)
      wait()
      // reason: y-tiptap makes an empty transaction of its own after each drawing
    } else if (transaction.changed.size > 0 && runs.seen(now)) queueMicrotask(() => redrawIf(view, true))
  }

  function remember(): void {
    let isNew = false
    for (const [client, state] of awareness.getStates()) {
      const kind: unknown = state.user?.partyKind
      if (typeof kind !== 'string' || parties.get(client) === kind) continue
      parties.set(client, kind)
      isNew = true
    }
    redrawIf(view, isNew && !runs.isEmpty)
  }

  const observer = new IntersectionObserver((entries) => {
    isInSight = entries.at(-1)?.isIntersecting ?? false
  })
  observer.observe(view.dom)
  doc.on('beforeObserverCalls', changed)
  awareness.on('change', remember)
  remember()
  return {
    destroy() {
      observer.disconnect()
      doc.off('beforeObserverCalls', changed)
      awareness.off('change', remember)
      if (timer !== null) clearTimeout(timer)
    },
  }
}

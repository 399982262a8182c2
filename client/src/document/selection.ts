import type { RequirementId, SectionId } from '@parley/model'
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import { makeTypedAhead, type TypedAhead } from '../requirement/typed-ahead.ts'

/** A card of the document: a requirement's or a section's. */
export type CardId = SectionId | RequirementId

/** Where the caret goes when a text becomes editable: at a point on screen, over a stretch between two, or at its end. */
export type Caret =
  | { readonly at: 'point'; readonly x: number; readonly y: number }
  | {
      readonly at: 'stretch'
      readonly from: { readonly x: number; readonly y: number }
      readonly to: { readonly x: number; readonly y: number }
    }
  | { readonly at: 'start' | 'end' }

/** Which card is being worked on; at most one text is open for writing at a time. */
export interface Selection {
  readonly selected: () => CardId | null
  readonly edited: () => CardId | null
  /** What is typed before the editor stands; begins with `edit`, or before where a card must first be made. */
  readonly typed: TypedAhead
  /** Where the caret was asked to go; read once by the editor that mounts. */
  readonly takeCaret: () => Caret | null
  readonly select: (card: CardId | null) => void
  readonly edit: (card: CardId, caret: Caret) => void
  readonly stopEditing: () => void
  readonly subscribe: (listener: () => void) => () => void
}

/** Makes the selection of one document page. */
export function makeSelection(): Selection {
  const listeners = new Set<() => void>()
  const typed = makeTypedAhead()
  let selected: CardId | null = null
  let edited: CardId | null = null
  let caret: Caret | null = null
  const change = (toSelected: CardId | null, toEdited: CardId | null) => {
    if (toSelected === selected && toEdited === edited) return
    selected = toSelected
    edited = toEdited
    for (const listener of [...listeners]) listener()
  }
  return {
    selected: () => selected,
    edited: () => edited,
    typed,
    takeCaret: () => {
      const taken = caret
      caret = null
      return taken
    },
    select: (card) => change(card, card === edited ? edited : null),
    edit: (card, at) => {
      caret = at
      if (card !== edited) typed.begin()
      change(card, card)
    },
    stopEditing: () => change(selected, null),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Gives the selection to everything below the document page. */
export const SelectionContext = createContext<Selection | null>(null)

/** The document page's selection; a bug where there is none. */
export function useSelection(): Selection {
  const selection = useContext(SelectionContext)
  if (!selection) throw new Error('expected a SelectionContext above')
  return selection
}

/** The selected card, for panels beside the document. */
export function useSelectedCard(): CardId | null {
  const selection = useSelection()
  return useSyncExternalStore(selection.subscribe, selection.selected)
}

/** How a card takes part: only the cards that this changes for are rendered again. */
export function useCardState(card: CardId): 'quiet' | 'selected' | 'edited' {
  const selection = useSelection()
  const read = useCallback(
    () => (selection.edited() === card ? 'edited' : selection.selected() === card ? 'selected' : 'quiet'),
    [selection, card],
  )
  return useSyncExternalStore(selection.subscribe, read)
}

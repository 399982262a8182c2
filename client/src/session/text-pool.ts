import type { TextId } from '@parley/model'
import type { Link } from './link.ts'
import type { RoomConnection } from './room-connection.ts'

/** Milliseconds an unused text stays open, so that a card that is left and entered again is there at once. */
const lingering = 30_000

/**
 * Connects a text. Given by whoever opens one, so that a page can listen to its project before it has loaded what live
 * texts are made of.
 */
export type MakeRoom = (link: Link, text: TextId) => RoomConnection

/** A use of an open text; the document stays as long as anybody uses it. */
export interface OpenText {
  readonly room: RoomConnection
  /** To be called once. */
  release(): void
}

interface Kept {
  readonly room: RoomConnection
  uses: number
  callOff: () => void
}

/** The open texts of the tab. One that holds anything unsaved or refused is never closed. */
export class TextPool {
  readonly #link: Link
  readonly #after: (milliseconds: number, task: () => void) => () => void
  readonly #kept = new Map<TextId, Kept>()
  readonly #listeners = new Set<() => void>()
  readonly #refusedListeners = new Set<() => void>()
  #refused: ReadonlySet<TextId> = new Set()

  constructor(link: Link, after: (milliseconds: number, task: () => void) => () => void) {
    this.#link = link
    this.#after = after
  }

  open(text: TextId, makeRoom: MakeRoom): OpenText {
    const kept = this.#kept.get(text) ?? this.#add(text, makeRoom)
    kept.callOff()
    kept.uses += 1
    let isReleased = false
    return {
      room: kept.room,
      release: () => {
        if (isReleased) return
        isReleased = true
        kept.uses -= 1
        if (kept.uses === 0) this.#closeLater(text, kept)
      },
    }
  }

  rooms(): readonly RoomConnection[] {
    return [...this.#kept.values()].map(({ room }) => room)
  }

  /** Whether anything is written that the server has not acknowledged. */
  hasUnsaved(): boolean {
    return this.rooms().some((room) => room.view().hasUnsaved)
  }

  /** The texts that hold something refused; the same object until another one does, or one no more. */
  refused(): ReadonlySet<TextId> {
    return this.#refused
  }

  subscribeRefused(listener: () => void): () => void {
    this.#refusedListeners.add(listener)
    return () => this.#refusedListeners.delete(listener)
  }

  /** Listens to every change of any open text. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  close(): void {
    for (const kept of this.#kept.values()) {
      kept.callOff()
      kept.room.destroy()
    }
    this.#kept.clear()
  }

  #add(text: TextId, makeRoom: MakeRoom): Kept {
    const room = makeRoom(this.#link, text)
    const kept: Kept = { room, uses: 0, callOff: () => {} }
    room.subscribe(() => this.#changed())
    this.#kept.set(text, kept)
    return kept
  }

  #closeLater(text: TextId, kept: Kept): void {
    kept.callOff = this.#after(lingering, () => {
      if (kept.uses > 0) return
      const { hasUnsaved, refused } = kept.room.view()
      if (hasUnsaved || refused.length > 0) {
        this.#closeLater(text, kept)
        return
      }
      this.#kept.delete(text)
      kept.room.destroy()
      this.#changed()
    })
  }

  #changed(): void {
    this.#findRefused()
    for (const listener of [...this.#listeners]) listener()
  }

  #findRefused(): void {
    const refused = new Set<TextId>()
    for (const [text, { room }] of this.#kept) if (room.view().refused.length > 0) refused.add(text)
    if (refused.size === this.#refused.size && [...refused].every((text) => this.#refused.has(text))) return
    this.#refused = refused
    for (const listener of [...this.#refusedListeners]) listener()
  }
}

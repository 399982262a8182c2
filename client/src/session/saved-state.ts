import type { PrivateMessage } from '@parley/protocol'
import * as Y from 'yjs'

/** What the editor may truthfully say about a text. */
export type SavedState =
  /** Everything is committed on the server. */
  | 'saved'
  /** Something is under way. */
  | 'saving'
  /** There is no connection; what is written is kept here. */
  | 'offline'
  /** The server's store takes nothing at the moment; what is written is kept. */
  | 'not-saving'

/** An edit of the person's that is not known to be committed, and the frame of this channel that carries it, if any. */
interface Edit {
  readonly update: Uint8Array
  frame: number | null
}

/** Keeps the person's edits until they are committed, by what is sent on the text's channel and acknowledged. */
export class SavedCount {
  #edits: Edit[] = []
  #sent = 0
  #isOpen = false
  #isSaving = true

  get hasUnsaved(): boolean {
    return this.#edits.length > 0
  }

  /** The person's edits that are not known to be committed, as one update. */
  get unsaved(): Uint8Array | null {
    const updates = this.#edits.map(({ update }) => update)
    return updates.length > 0 ? Y.mergeUpdates(updates) : null
  }

  get state(): SavedState {
    if (!this.#isOpen) return 'offline'
    if (!this.#isSaving) return 'not-saving'
    return this.hasUnsaved ? 'saving' : 'saved'
  }

  /** The person has changed the document; to be told before the frame that carries it is sent. */
  edited(update: Uint8Array): void {
    this.#edits.push({ update, frame: null })
  }

  /** A channel begins: nothing more is known to be committed until it says so. */
  began(): void {
    this.#sent = 0
    for (const edit of this.#edits) edit.frame = null
    this.#isOpen = true
    this.#isSaving = true
  }

  /** An update frame goes out: one carries the edit just made, step 2 all that no other has carried. */
  sent(kind: 'step2' | 'update'): void {
    this.#sent += 1
    const carried = kind === 'step2' ? this.#edits : this.#edits.slice(-1)
    for (const edit of carried) edit.frame ??= this.#sent
  }

  /** So many frames of this channel are committed. */
  committed(frames: number): void {
    this.#edits = this.#edits.filter(({ frame }) => frame === null || frame > frames)
  }

  saving(message: Extract<PrivateMessage, { type: 'saving' }>): void {
    this.#isSaving = message.saving
  }

  ended(): void {
    this.#isOpen = false
  }

  /** What was written is lost to this document: it was refused and is kept elsewhere. */
  forget(): void {
    this.#edits = []
  }
}

import type { PrivateMessage } from '@parley/protocol'

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

/** Keeps count of what the server has of a text, from what is sent on its channel and acknowledged. */
export class SavedCount {
  #sent = 0
  #committed = 0
  #hasSentAll = false
  #isOpen = false
  #isSaving = true
  #hasUnsaved = false

  get hasUnsaved(): boolean {
    return this.#hasUnsaved
  }

  get state(): SavedState {
    if (!this.#isOpen) return 'offline'
    if (!this.#isSaving) return 'not-saving'
    return this.#hasUnsaved ? 'saving' : 'saved'
  }

  /** The person has changed the document. */
  edited(): void {
    this.#hasUnsaved = true
  }

  /** A channel begins: nothing is known to be committed until its step 2 is. */
  began(): void {
    this.#sent = 0
    this.#committed = 0
    this.#hasSentAll = false
    this.#isOpen = true
    this.#isSaving = true
  }

  sent(kind: 'step2' | 'update'): void {
    this.#sent += 1
    if (kind === 'step2') this.#hasSentAll = true
  }

  /** Takes an acknowledgement; true where everything is committed now. */
  committed(frames: number): boolean {
    this.#committed = frames
    if (!this.#hasSentAll || this.#committed < this.#sent) return false
    this.#hasUnsaved = false
    return true
  }

  saving(message: Extract<PrivateMessage, { type: 'saving' }>): void {
    this.#isSaving = message.saving
  }

  ended(): void {
    this.#isOpen = false
  }

  /** What was written is lost to this document: it was refused and is kept elsewhere. */
  forget(): void {
    this.#hasUnsaved = false
  }
}

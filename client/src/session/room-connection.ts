import { fragmentName, schemaVersion } from '@parley/document'
import type { TextId } from '@parley/model'
import {
  type CloseReason,
  closeReason,
  isFinalClose,
  type PrivateMessage,
  type RejectionCode,
} from '@parley/protocol'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { channelSocketClass } from './channel-socket.ts'
import { LastingUndoManager } from './lasting-undo-manager.ts'
import type { Link } from './link.ts'
import { type RefusedText, refusedText } from './refused-text.ts'
import { SavedCount, type SavedState } from './saved-state.ts'

/** Whether the person may write, as the server says; `unknown` until it has said so. */
export type WriteAccess =
  | { readonly type: 'unknown' }
  | { readonly type: 'writable' }
  | { readonly type: 'read-only'; readonly reason: Extract<PrivateMessage, { writable: false }>['reason'] }

/** A text's document and its editing history. It is replaced by another one after a refusal. */
export interface LiveText {
  readonly doc: Y.Doc
  readonly fragment: Y.XmlFragment
  readonly awareness: Awareness
  readonly undo: Y.UndoManager
}

/** What is known of an open text; a new object after every change. */
export interface RoomView {
  readonly live: LiveText
  /** Whether the document holds the server's state. */
  readonly synced: boolean
  readonly saved: SavedState
  readonly hasUnsaved: boolean
  readonly access: WriteAccess
  /** Set when the room is closed for good. */
  readonly closed: CloseReason | null
  /** Oldest first; each stays until it is dismissed. */
  readonly refused: readonly RefusedText[]
}

/** Connects a text on a link. */
export const connectRoom = (link: Link, text: TextId): RoomConnection => new RoomConnection(link, text)

/** One text that is open: the stock y-websocket provider on a channel of the link, and the truth about saving. */
export class RoomConnection {
  readonly text: TextId
  readonly #link: Link
  readonly #listeners = new Set<() => void>()
  readonly #count = new SavedCount()
  #live: LiveText
  #provider: WebsocketProvider
  /** The document's own clock up to which everything is committed. */
  #committedClock = 0
  #access: WriteAccess = { type: 'unknown' }
  #closed: CloseReason | null = null
  #refused: readonly RefusedText[] = []
  #view: RoomView

  constructor(link: Link, text: TextId) {
    this.#link = link
    this.text = text
    ;[this.#live, this.#provider] = this.#start()
    this.#view = this.#makeView()
  }

  /** The same object until something changes. */
  readonly view = (): RoomView => this.#view

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Forgets a refused text that the person has taken further, or wants no more. */
  dismiss(refused: RefusedText): void {
    this.#refused = this.#refused.filter((each) => each !== refused)
    this.#changed()
  }

  destroy(): void {
    this.#stop()
    this.#listeners.clear()
  }

  #start(): [LiveText, WebsocketProvider] {
    const doc = new Y.Doc()
    const fragment = doc.getXmlFragment(fragmentName)
    const provider = new WebsocketProvider('link:', this.text, doc, {
      disableBc: true,
      WebSocketPolyfill: channelSocketClass({
        link: this.#link,
        text: this.text,
        client: doc.clientID,
        schema: schemaVersion,
        events: {
          began: () => {
            this.#count.began()
            this.#changed()
          },
          sent: (kind) => this.#count.sent(kind),
          told: (message) => this.#told(message),
          ended: (code) => this.#ended(code),
        },
      }),
    })
    provider.on('sync', () => this.#changed())
    doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === provider) return
      this.#count.edited()
      this.#changed()
    })
    const undo = new LastingUndoManager(fragment)
    return [{ doc, fragment, awareness: provider.awareness, undo }, provider]
  }

  #stop(): void {
    this.#live.awareness.setLocalState(null)
    this.#provider.destroy()
    this.#live.awareness.destroy()
    if (this.#live.undo instanceof LastingUndoManager) this.#live.undo.end()
    this.#live.doc.destroy()
  }

  #told(message: PrivateMessage): void {
    switch (message.type) {
      case 'committed':
        if (this.#count.committed(message.frames))
          this.#committedClock = Y.getState(this.#live.doc.store, this.#live.doc.clientID)
        break
      case 'rejected':
        this.#startAgain(message.code)
        break
      case 'policy':
        this.#access = message.writable ? { type: 'writable' } : { type: 'read-only', reason: message.reason }
        break
      case 'saving':
        this.#count.saving(message)
        break
      default:
        message satisfies never
    }
    this.#changed()
  }

  /** Keeps what was refused and begins with the server's state, as somebody new. */
  #startAgain(code: RejectionCode): void {
    this.#keepRefused(code)
    this.#stop()
    this.#count.forget()
    this.#committedClock = 0
    ;[this.#live, this.#provider] = this.#start()
  }

  #keepRefused(code: RejectionCode): void {
    this.#refused = [...this.#refused, refusedText(this.#live.doc, this.#committedClock, code)]
  }

  #ended(code: number): void {
    this.#count.ended()
    if (isFinalClose(code)) {
      this.#closed = closeReason(code)
      // reason: what the server will never take must not wait to be saved; the person is told and has it
      if (this.#count.hasUnsaved) this.#keepRefused('read-only')
      this.#count.forget()
    }
    this.#changed()
  }

  #makeView(): RoomView {
    return {
      live: this.#live,
      synced: this.#provider.synced,
      saved: this.#count.state,
      hasUnsaved: this.#count.hasUnsaved,
      access: this.#access,
      closed: this.#closed,
      refused: this.#refused,
    }
  }

  #changed(): void {
    // reason: the provider speaks before the constructor is done
    if (this.#view === undefined) return
    this.#view = this.#makeView()
    for (const listener of [...this.#listeners]) listener()
  }
}

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
import { type Collided, writeAgain } from './collision.ts'
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
  /** Why the server keeps the room closed for now; it is tried again by itself. */
  readonly waiting: CloseReason | null
  /** Oldest first; each stays until it is dismissed. */
  readonly refused: readonly RefusedText[]
}

/** Connects a text on a link. */
export const connectRoom = (link: Link, text: TextId): RoomConnection => new RoomConnection(link, text)

/** Collisions in a row after which what was written is kept rather than written again. */
const collisionLimit = 3

/** One text that is open: the stock y-websocket provider on a channel of the link, and the truth about saving. */
export class RoomConnection {
  readonly text: TextId
  readonly #link: Link
  readonly #listeners = new Set<() => void>()
  readonly #count = new SavedCount()
  #live: LiveText
  #provider: WebsocketProvider
  /** What is to be written again once the new document is in step. */
  #collided: Collided | null = null
  /** Collisions since something was last committed. */
  #collisions = 0
  #access: WriteAccess = { type: 'unknown' }
  #closed: CloseReason | null = null
  #waiting: CloseReason | null = null
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
    // reason: before the provider listens, so that an edit is known when its frame goes out
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === provider) return
      this.#count.edited(update)
      this.#changed()
    })
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
            this.#waiting = null
            this.#changed()
          },
          sent: (kind) => this.#count.sent(kind),
          told: (message) => this.#told(message),
          ended: (code) => this.#ended(code),
        },
      }),
    })
    provider.on('sync', (isSynced: boolean) => {
      if (isSynced) this.#writeAgain()
      this.#changed()
    })
    const undo = new LastingUndoManager(fragment)
    return [{ doc, fragment, awareness: provider.awareness, undo }, provider]
  }

  #stop(): void {
    const { awareness, doc } = this.#live
    // reason: Yjs gives a document another id where it meets its own elsewhere; the provider cannot leave then
    doc.clientID = awareness.clientID
    awareness.setLocalState(null)
    this.#provider.destroy()
    awareness.destroy()
    if (this.#live.undo instanceof LastingUndoManager) this.#live.undo.end()
    doc.destroy()
  }

  #told(message: PrivateMessage): void {
    switch (message.type) {
      case 'committed':
        this.#count.committed(message.frames)
        if (!this.#count.hasUnsaved) this.#collisions = 0
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
    const lost = this.#collided ?? this.#lost(code)
    const isWrittenAgain = code === 'client-id-taken' && ++this.#collisions <= collisionLimit
    this.#collided = isWrittenAgain ? lost : null
    if (!isWrittenAgain) this.#refused = [...this.#refused, lost.refused]
    this.#renew()
  }

  /** What this document has and the server will not take from it. */
  #lost(code: RejectionCode): Collided {
    const { doc, awareness } = this.#live
    const { unsaved } = this.#count
    return { client: awareness.clientID, unsaved, refused: refusedText(doc, unsaved, code) }
  }

  #renew(): void {
    this.#stop()
    this.#count.forget()
    ;[this.#live, this.#provider] = this.#start()
  }

  #writeAgain(): void {
    const collided = this.#collided
    if (collided === null) return
    this.#collided = null
    const refused = writeAgain(this.#live.doc, collided)
    if (refused !== null) this.#refused = [...this.#refused, refused]
  }

  #ended(code: number): void {
    this.#count.ended()
    if (isFinalClose(code)) this.#endedForGood(closeReason(code))
    else this.#waiting = closeReason(code)
    this.#changed()
  }

  #endedForGood(reason: CloseReason | null): void {
    if (reason === 'replaced') {
      // reason: what of it is committed cannot be known any more; writing it again could double it
      this.#collisions = collisionLimit
      if (this.#hasUnsaved) this.#startAgain('client-id-taken')
      else this.#renew()
      return
    }
    this.#closed = reason
    // reason: what the server will never take must not wait to be saved; the person is told and has it
    if (this.#hasUnsaved) {
      const code =
        reason === 'outdated' ? 'outdated-schema' : reason === 'frame-too-large' ? 'too-large' : 'read-only'
      this.#refused = [...this.#refused, (this.#collided ?? this.#lost(code)).refused]
    }
    this.#collided = null
    this.#count.forget()
  }

  get #hasUnsaved(): boolean {
    return this.#count.hasUnsaved || this.#collided !== null
  }

  #makeView(): RoomView {
    return {
      live: this.#live,
      synced: this.#provider.synced,
      saved: this.#count.state,
      hasUnsaved: this.#hasUnsaved,
      access: this.#access,
      closed: this.#closed,
      waiting: this.#waiting,
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

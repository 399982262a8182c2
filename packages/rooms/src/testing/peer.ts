import type { TextId } from '@parley/model'
import {
  type CloseReason,
  decodePrivate,
  type Feature,
  messageTypes,
  type PrivateMessage,
} from '@parley/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as awareness from 'y-protocols/awareness'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import type { Person } from '../access.ts'
import type { JoinedSession, Rooms } from '../rooms.ts'

/** A client as the stock y-websocket provider is one, over a network that the test flushes by hand. */
export class Peer {
  readonly doc: Y.Doc
  readonly awareness: awareness.Awareness
  readonly person: Person
  readonly features: readonly Feature[]
  /** Private messages in the order they came. */
  readonly told: PrivateMessage[] = []
  /** Whatever the server ever sent. */
  readonly heard: Uint8Array[] = []
  closed: CloseReason | null = null
  synced = false
  /** What the server has handed over and the network has not delivered. */
  incoming: Uint8Array[] = []
  outgoing: Uint8Array[] = []
  /** Bytes that the connection pretends to hold back. */
  backlog = 0
  #session: JoinedSession | null = null
  #isConnected = false

  constructor(person: Person, client: number, features: readonly Feature[] = []) {
    this.person = person
    this.features = features
    this.doc = new Y.Doc()
    this.doc.clientID = client
    this.awareness = new awareness.Awareness(this.doc)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#sendSync((encoder) => sync.writeUpdate(encoder, update))
    })
    this.awareness.on('update', (change: { added: number[]; updated: number[]; removed: number[] }) => {
      this.#sendAwareness([...change.added, ...change.updated, ...change.removed])
    })
  }

  get fragment(): Y.XmlFragment {
    return this.doc.getXmlFragment('content')
  }

  async connect(
    rooms: Rooms,
    text: TextId,
    announce: { client?: number; schema?: number } = {},
  ): Promise<void> {
    this.closed = null
    this.synced = false
    this.incoming = []
    this.outgoing = []
    const peer = this
    const outcome = await rooms.join(text, {
      person: this.person,
      features: this.features,
      ...announce,
      outlet: {
        send: (frame) => {
          peer.incoming.push(frame)
          peer.heard.push(frame)
        },
        close: (reason) => peer.#ended(reason),
        get backlog() {
          return peer.backlog
        },
      },
    })
    if (outcome.type === 'closed') return this.#ended(outcome.reason)
    this.#session = outcome.session
    this.#isConnected = true
    this.#sendSync((encoder) => sync.writeSyncStep1(encoder, this.doc))
    if (this.awareness.getLocalState() !== null) this.#sendAwareness([this.doc.clientID])
  }

  /** Asks for the state again, on the same session. */
  askAgain(): void {
    this.#sendSync((encoder) => sync.writeSyncStep1(encoder, this.doc))
  }

  disconnect(): void {
    this.#session?.leave()
    this.#ended(null)
  }

  /** Delivers what is under way to the server, as it stands now. */
  flushOut(frames = this.outgoing.length): boolean {
    const batch = this.outgoing.splice(0, frames)
    for (const frame of batch) this.#session?.receive(frame)
    return batch.length > 0
  }

  /** Delivers what is under way to this client, as it stands now. */
  flushIn(frames = this.incoming.length): boolean {
    const batch = this.incoming.splice(0, frames)
    for (const frame of batch) this.#receive(frame)
    return batch.length > 0
  }

  /** Sends any bytes. */
  sendRaw(frame: Uint8Array): void {
    this.outgoing.push(frame)
  }

  destroy(): void {
    this.disconnect()
    this.awareness.destroy()
    this.doc.destroy()
  }

  #ended(reason: CloseReason | null): void {
    this.closed = reason
    this.#session = null
    this.#isConnected = false
    this.incoming = []
    this.outgoing = []
    const others = [...this.awareness.getStates().keys()].filter((client) => client !== this.doc.clientID)
    awareness.removeAwarenessStates(this.awareness, others, this)
  }

  #receive(frame: Uint8Array): void {
    const told = decodePrivate(frame)
    if (told !== null) {
      this.told.push(told)
      return
    }
    const decoder = decoding.createDecoder(frame)
    const type = decoding.readVarUint(decoder)
    if (type === messageTypes.awareness) {
      awareness.applyAwarenessUpdate(this.awareness, decoding.readVarUint8Array(decoder), this)
      return
    }
    if (type !== messageTypes.sync) throw new Error(`expected a stock message, got type ${type}`)
    const reply = encoding.createEncoder()
    encoding.writeVarUint(reply, messageTypes.sync)
    const kind = sync.readSyncMessage(decoder, reply, this.doc, this)
    if (kind === sync.messageYjsSyncStep2) this.synced = true
    if (encoding.length(reply) > 1) this.#send(encoding.toUint8Array(reply))
  }

  #sendSync(write: (encoder: encoding.Encoder) => void): void {
    this.#send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, messageTypes.sync)
        write(encoder)
      }),
    )
  }

  #sendAwareness(clients: number[]): void {
    this.#send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, messageTypes.awareness)
        encoding.writeVarUint8Array(encoder, awareness.encodeAwarenessUpdate(this.awareness, clients))
      }),
    )
  }

  #send(frame: Uint8Array): void {
    if (this.#isConnected) this.outgoing.push(frame)
  }
}

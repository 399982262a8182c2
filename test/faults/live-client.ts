import { decodePrivate, messageTypes, type PrivateMessage } from '@parley/protocol'
import { presenceClaim } from '@parley/rooms/testing'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as awareness from 'y-protocols/awareness'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import { type Destination, type Door, openWire, type Wire } from './wire.ts'

/** A word that was typed, and which update frame of its session carried it, counted from 1. */
export interface Typed {
  readonly word: string
  readonly frame: number
}

type Options = Omit<Destination, 'client'> & {
  readonly door?: Door
  /** Goes on with the document of a client that is gone. */
  readonly doc?: Y.Doc
}

/** A program in a text that types words and knows which of them were acknowledged. */
export class LiveClient {
  readonly doc: Y.Doc
  readonly presence: awareness.Awareness
  /** Every private message, in order. */
  readonly told: PrivateMessage[] = []
  /** With what the connection ended. */
  closed: number | null = null
  readonly #wire: Wire
  readonly #typed: Typed[] = []
  #sent = 0
  #committed = 0
  readonly #waiting = new Set<() => void>()

  constructor({ door = 'plain', doc = new Y.Doc(), ...to }: Options) {
    this.doc = doc
    this.presence = new awareness.Awareness(doc)
    this.#wire = openWire(
      door,
      { ...to, client: doc.clientID },
      {
        opened: () => this.#send(messageTypes.sync, (encoder) => sync.writeSyncStep1(encoder, doc)),
        frame: (bytes) => this.#receive(bytes),
        closed: (code) => {
          this.closed ??= code
          this.#changed()
        },
      },
    )
    doc.on('update', this.#updated)
  }

  /** Words in the order of typing. */
  get typed(): readonly Typed[] {
    return this.#typed
  }

  /** The words that the server has said are durable. */
  get acknowledged(): readonly string[] {
    return this.#typed.filter(({ frame }) => frame <= this.#committed).map(({ word }) => word)
  }

  /** What the document reads as. */
  get words(): string {
    return this.doc.getXmlFragment('content').toJSON()
  }

  /** Whether the server said that it takes what is written; true until it says otherwise. */
  get isSaving(): boolean {
    return this.told.findLast((message) => message.type === 'saving')?.saving ?? true
  }

  /** Resolves when `condition` holds, asked after everything that comes; rejects when it can no longer come true. */
  until(what: string, condition: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        if (condition()) resolve()
        else if (this.closed !== null) reject(new Error(`closed with ${this.closed} before ${what}`))
        else return
        this.#waiting.delete(look)
      }
      this.#waiting.add(look)
      look()
    })
  }

  /** Resolves when the document holds the server's state and the server has it all. */
  inStep(): Promise<void> {
    return this.until('it was in step', () => this.#committed > 0)
  }

  /** Resolves when everything typed is acknowledged. */
  saved(): Promise<void> {
    return this.until('all was saved', () => this.acknowledged.length === this.#typed.length)
  }

  /** Resolves when the connection has ended, and everything that the server had sent was read. */
  gone(): Promise<void> {
    return this.until('it was gone', () => this.closed !== null)
  }

  /** Types a word at the end of the title. */
  type(word: string): void {
    this.#typed.push({ word, frame: this.#sent + 1 })
    const title = this.doc.getXmlFragment('content').get(0)
    if (!(title instanceof Y.XmlElement)) throw new Error('expected a title')
    const [words, first] = [` ${word} `, title.get(0)]
    if (first instanceof Y.XmlText) first.insert(first.length, words)
    else title.insert(0, [new Y.XmlText(words)])
  }

  /** Shows a state of `client`, by default its own; a stock client also relays those of others. */
  show(state: object, client = this.doc.clientID): void {
    if (this.#wire.isOpen) this.#wire.send(presenceClaim([client, Date.now(), JSON.stringify(state)]))
  }

  /** Breaks the connection without a word; the document stays. */
  drop(): void {
    this.#wire.drop()
    this.doc.off('update', this.#updated)
    this.presence.destroy()
  }

  readonly #updated = (update: Uint8Array, origin: unknown): void => {
    if (origin !== this) this.#sendUpdate((encoder) => sync.writeUpdate(encoder, update))
  }

  #changed(): void {
    for (const look of [...this.#waiting]) look()
  }

  #receive(bytes: Uint8Array): void {
    const told = decodePrivate(bytes)
    if (told !== null) this.told.push(told)
    if (told?.type === 'committed') this.#committed = told.frames
    const decoder = decoding.createDecoder(bytes)
    const type = decoding.readVarUint(decoder)
    if (type === messageTypes.sync) this.#receiveSync(decoder)
    if (type === messageTypes.awareness)
      awareness.applyAwarenessUpdate(this.presence, decoding.readVarUint8Array(decoder), this)
    this.#changed()
  }

  #receiveSync(decoder: decoding.Decoder): void {
    const reply = encoding.createEncoder()
    const kind = sync.readSyncMessage(decoder, reply, this.doc, this)
    if (kind === sync.messageYjsSyncStep1)
      this.#sendUpdate((encoder) => encoding.writeUint8Array(encoder, encoding.toUint8Array(reply)))
  }

  #sendUpdate(write: (encoder: encoding.Encoder) => void): void {
    if (!this.#wire.isOpen) return
    this.#sent += 1
    this.#send(messageTypes.sync, write)
  }

  #send(type: number, write: (encoder: encoding.Encoder) => void): void {
    if (!this.#wire.isOpen) return
    const frame = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, type)
      write(encoder)
    })
    this.#wire.send(frame)
  }
}

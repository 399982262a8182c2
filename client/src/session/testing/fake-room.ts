import { fragmentName, paragraph, seedUpdate, textContent } from '@parley/document'
import { type CloseReason, closes, messageTypes, type PrivateMessage } from '@parley/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import type { FakeServer } from './fake-server.ts'

let nextSeed = 1

/** A room on the other end: it takes what comes and says what a test has it say. */
export class FakeRoom {
  doc = new Y.Doc()
  readonly #server: FakeServer
  readonly #words: string
  #read = 0
  /** Update frames of the newest channel so far. */
  frames = 0
  /** Presence frames of the newest channel so far. */
  presence = 0

  constructor(server: FakeServer, words: string) {
    this.#server = server
    this.#words = words
    this.restart()
  }

  /** Everything is lost, and the text made anew. */
  restart(): void {
    this.doc = new Y.Doc()
    Y.applyUpdate(this.doc, seedUpdate(textContent('Title', [paragraph(this.#words)]), nextSeed++))
  }

  /** Does not take in what the client has sent since the last time. */
  forget(): void {
    this.#read = this.#server.socket.payloads.length
  }

  /** Somebody else writes at the beginning of the paragraph. */
  writeHere(words: string): void {
    const paragraph = this.doc.getXmlFragment(fragmentName).get(1)
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (!(text instanceof Y.XmlText)) throw new Error('expected a paragraph')
    text.insert(0, words)
  }

  get #channel(): number {
    const opened = this.#server.socket.controls.filter((message) => message.type === 'open').at(-1)
    if (opened?.type !== 'open') throw new Error('expected a channel')
    return opened.channel
  }

  /** Lets the newest channel in, and answers what it says until both are in step. */
  letIn(): void {
    this.#read = this.#server.socket.payloads.length
    this.frames = 0
    this.presence = 0
    this.#server.socket.tell({ type: 'opened', channel: this.#channel })
    this.takeIn()
  }

  /** Reads what the client has sent since the last time. */
  takeIn(): void {
    const { payloads } = this.#server.socket
    while (this.#read < payloads.length) {
      const { channel, payload } = payloads[this.#read++] ?? { channel: 0, payload: new Uint8Array() }
      if (channel === this.#channel) this.#take(payload)
    }
  }

  tell(message: PrivateMessage): void {
    this.#server.socket.private(this.#channel, message)
  }

  /** Acknowledges everything that has come. */
  acknowledge(): void {
    this.takeIn()
    this.tell({ type: 'committed', frames: this.frames })
  }

  close(reason: CloseReason): void {
    this.#server.socket.tell({ type: 'closed', channel: this.#channel, code: closes[reason], reason })
  }

  /** What the room's document reads as. */
  get words(): string {
    return this.doc.getXmlFragment(fragmentName).toJSON()
  }

  #take(payload: Uint8Array): void {
    const decoder = decoding.createDecoder(payload)
    if (decoding.readVarUint(decoder) !== messageTypes.sync) {
      this.presence += 1
      return
    }
    const kind = decoding.readVarUint(decoder)
    const bytes = decoding.readVarUint8Array(decoder)
    if (kind !== sync.messageYjsSyncStep1) {
      this.frames += 1
      Y.applyUpdate(this.doc, bytes)
      return
    }
    this.#send((encoder) => sync.writeSyncStep2(encoder, this.doc, bytes))
    this.#send((encoder) => sync.writeSyncStep1(encoder, this.doc))
  }

  #send(write: (encoder: encoding.Encoder) => void): void {
    const frame = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, messageTypes.sync)
      write(encoder)
    })
    this.#server.socket.payload(this.#channel, frame)
  }
}

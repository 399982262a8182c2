import type { TextId } from '@parley/model'
import { decodePrivate, messageTypes } from '@parley/protocol'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import * as sync from 'y-protocols/sync'
import * as Y from 'yjs'
import type { ApiClient } from '../browser/index.ts'

/** A program on a text's plain endpoint that types words and knows which of them were acknowledged. */
export class AcknowledgingClient {
  readonly doc = new Y.Doc()
  /** Words in the order of typing. */
  readonly typed: string[] = []
  readonly #socket: WebSocket
  #sent = 0
  #committed = 0
  /** Frames that were sent before the first word. */
  #before = 0
  #changed: () => void = () => {}

  constructor(url: string, text: TextId, session: ApiClient) {
    const cookie = [...session.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const address = `${url.replace('http', 'ws')}/sync/${text}?features=committed,rejected`
    this.#socket = new WebSocket(address, { headers: { cookie, origin: url } })
    this.#socket.binaryType = 'arraybuffer'
    this.#socket.on('open', () => this.#sendSync((encoder) => sync.writeSyncStep1(encoder, this.doc)))
    this.#socket.on('message', (data) => this.#receive(new Uint8Array(data as ArrayBuffer)))
    this.#socket.on('close', () => this.#changed())
    this.#socket.on('error', () => {})
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#sendUpdate((encoder) => sync.writeUpdate(encoder, update))
    })
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN
  }

  /** The words that the server has said are durable. */
  get acknowledged(): readonly string[] {
    return this.typed.slice(0, Math.max(0, this.#committed - this.#before))
  }

  /** What the document reads as. */
  get words(): string {
    return this.doc.getXmlFragment('content').toJSON()
  }

  /** Resolves when `condition` holds, asked after everything that comes, or when the connection is gone. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#changed = () => {
        if (condition() || this.#socket.readyState === WebSocket.CLOSED) resolve()
      }
      this.#changed()
    })
  }

  /** Resolves when the document holds the server's state and the server has it all. */
  inStep(): Promise<void> {
    return this.until(() => this.#committed > 0)
  }

  type(word: string): void {
    if (this.typed.length === 0) this.#before = this.#sent
    this.typed.push(word)
    const title = this.doc.getXmlFragment('content').get(0)
    if (!(title instanceof Y.XmlElement)) throw new Error('expected a title')
    const first = title.get(0)
    const text = first instanceof Y.XmlText ? first : new Y.XmlText(`${word} `)
    if (text === first) text.insert(text.length, `${word} `)
    else title.insert(0, [text])
  }

  close(): void {
    this.#socket.terminate()
    this.doc.destroy()
  }

  #receive(bytes: Uint8Array): void {
    const told = decodePrivate(bytes)
    if (told?.type === 'committed') this.#committed = told.frames
    if (told?.type === 'rejected') throw new Error(`refused: ${told.code}`)
    const decoder = decoding.createDecoder(bytes)
    if (decoding.readVarUint(decoder) === messageTypes.sync) {
      const reply = encoding.createEncoder()
      const kind = sync.readSyncMessage(decoder, reply, this.doc, this)
      if (kind === sync.messageYjsSyncStep1)
        this.#sendUpdate((encoder) => encoding.writeUint8Array(encoder, encoding.toUint8Array(reply)))
    }
    this.#changed()
  }

  #sendUpdate(write: (encoder: encoding.Encoder) => void): void {
    this.#sent += 1
    this.#sendSync(write)
  }

  #sendSync(write: (encoder: encoding.Encoder) => void): void {
    const frame = encoding.encode((encoder) => {
      encoding.writeVarUint(encoder, messageTypes.sync)
      write(encoder)
    })
    if (this.isOpen) this.#socket.send(frame)
  }
}

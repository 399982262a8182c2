import type { TextId } from '@parley/model'
import {
  type ClientControl,
  decodeControl,
  decodeFrame,
  encodeControl,
  encodeFrame,
  type ServerControl,
  serverControlSchema,
} from '@parley/protocol'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

/** The `ws` of one person: their name is their token. */
export const socketOf = (name: string, headers: Record<string, string> = {}) =>
  class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols ?? [], { headers: { authorization: `Bearer ${name}`, ...headers } })
    }
  }

/** An unmodified y-websocket provider in Node, on the plain endpoint or over whatever socket it is given. */
export function stockProvider(
  url: string,
  text: TextId,
  Socket: unknown,
): { readonly doc: Y.Doc; readonly provider: WebsocketProvider } {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(url, text, doc, {
    disableBc: true,
    // reason: the provider is typed for the browser's class and uses what both have
    WebSocketPolyfill: Socket as typeof globalThis.WebSocket,
  })
  return { doc, provider }
}

/** Resolves when `condition` holds; it is asked again after every change of the document. */
export function until(doc: Y.Doc, condition: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!condition()) return
      doc.off('afterTransaction', look)
      resolve()
    }
    doc.on('afterTransaction', look)
    look()
  })
}

/** Resolves when a provider has the server's state. */
export function synced(provider: WebsocketProvider): Promise<void> {
  return new Promise((resolve) => {
    if (provider.synced) resolve()
    else provider.once('sync', () => resolve())
  })
}

/** What a document reads as. */
export const reading = (doc: Y.Doc): string => doc.getXmlFragment('content').toJSON()

/** Types at the end of the first paragraph. */
export function typeInto(doc: Y.Doc, words: string): void {
  const paragraph = doc.getXmlFragment('content').get(1)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('expected a paragraph with words')
  text.insert(text.length, words)
}

/** One socket on `/sync`: what it hears on channel 0, and a class of sockets that are its channels. */
export class Multiplexed {
  readonly socket: WebSocket
  readonly controls: ServerControl[] = []
  readonly #channels = new Map<number, (payload: Uint8Array) => void>()
  readonly #listeners = new Set<() => void>()
  #next = 1

  constructor(url: string, name: string) {
    this.socket = new (socketOf(name))(`${url}/sync`)
    this.socket.binaryType = 'arraybuffer'
    this.socket.on('message', (data) => this.#receive(new Uint8Array(data as ArrayBuffer)))
    this.socket.on('close', () => this.#changed())
    this.socket.on('error', () => {})
  }

  tell(message: ClientControl): void {
    this.socket.send(encodeControl(message))
  }

  /** The first control message that fits, now or when it comes. */
  heard<Type extends ServerControl['type']>(
    type: Type,
    fits: (message: Extract<ServerControl, { type: Type }>) => boolean = () => true,
  ): Promise<Extract<ServerControl, { type: Type }>> {
    return new Promise((resolve) => {
      const look = () => {
        for (const message of this.controls) {
          if (message.type !== type) continue
          // reason: the type of the union's member follows from its `type`
          const found = message as Extract<ServerControl, { type: Type }>
          if (!fits(found)) continue
          this.#listeners.delete(look)
          resolve(found)
          return
        }
      }
      this.#listeners.add(look)
      look()
    })
  }

  /** A class for the stock provider: each instance opens a channel to `text`. */
  channelClass(text: TextId): unknown {
    const link = this
    return class Channel {
      readonly OPEN = 1
      readyState = 0
      onopen: (() => void) | null = null
      onmessage: ((event: { data: Uint8Array }) => void) | null = null
      onclose: ((event: { code: number; reason: string }) => void) | null = null
      readonly #channel = link.#next++

      constructor() {
        link.#channels.set(this.#channel, (data) => this.onmessage?.({ data }))
        void link.heard('hello').then(() => {
          link.tell({ type: 'open', channel: this.#channel, text, features: [] })
        })
        void link
          .heard('opened', ({ channel }) => channel === this.#channel)
          .then(() => {
            this.readyState = 1
            this.onopen?.()
          })
        void link
          .heard('closed', ({ channel }) => channel === this.#channel)
          .then(({ code, reason }) => {
            this.readyState = 3
            this.onclose?.({ code, reason })
          })
      }

      send(payload: Uint8Array): void {
        link.socket.send(encodeFrame(this.#channel, payload))
      }

      close(): void {
        link.tell({ type: 'close', channel: this.#channel })
      }
    }
  }

  #receive(bytes: Uint8Array): void {
    const frame = decodeFrame(bytes)
    if (frame === null) throw new Error('expected a frame')
    if (frame.channel !== 0) {
      this.#channels.get(frame.channel)?.(frame.payload)
      return
    }
    const message = decodeControl(serverControlSchema, frame.payload)
    if (message === null) throw new Error('expected a control message')
    this.controls.push(message)
    this.#changed()
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener()
  }
}

import {
  type ClientControl,
  decodeFrame,
  decodePrivate,
  encodeControl,
  encodeFrame,
  features,
} from '@parley/protocol'
import { WebSocket } from 'ws'
import { readControl } from '../rooms/dialect.ts'
import type { Diary } from './diary.ts'

interface Channel {
  readonly diary: Diary
  opened(): void
  received(payload: Uint8Array): void
  closed(code: number): void
}

/** One socket on `/sync` as our own client has it: its channels are the sockets of stock providers. */
export class Channels {
  readonly #socket: WebSocket
  readonly #channels = new Map<number, Channel>()
  readonly #greeted: Promise<void>

  constructor(url: string, headers: Readonly<{ [name: string]: string }>) {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#greeted = promise
    this.#socket = new WebSocket(`${url}/sync`, { headers })
    this.#socket.binaryType = 'arraybuffer'
    this.#socket.on('message', (data) => this.#receive(new Uint8Array(data as ArrayBuffer), resolve))
    this.#socket.on('close', (code) => {
      for (const channel of this.#channels.values()) channel.closed(code)
    })
    this.#socket.on('error', (error) => {
      for (const { diary } of this.#channels.values()) diary.errors.push(String(error))
    })
  }

  /** A class of sockets that are channels of a text; private messages go to the diary. */
  socketClass(text: string, diary: Diary): unknown {
    const channels = this
    return class {
      readonly OPEN = 1
      readyState = 0
      onopen: (() => void) | null = null
      onmessage: ((event: { data: Uint8Array }) => void) | null = null
      onclose: ((event: { code: number; reason: string }) => void) | null = null
      readonly #channel = channels.#channels.size + 1

      constructor() {
        channels.#channels.set(this.#channel, {
          diary,
          opened: () => {
            this.readyState = 1
            this.onopen?.()
          },
          received: (data) => {
            diary.heard()
            const told = decodePrivate(data)
            if (told === null) this.onmessage?.({ data })
            else if (told.type === 'rejected') diary.refusals.push(told.code)
          },
          closed: (code) => this.onclose?.({ code, reason: '' }),
        })
        const open = { type: 'open', channel: this.#channel, text, features: [...features] }
        // reason: the text's id comes from the server, as text
        void channels.#greeted.then(() => channels.#tell(open as ClientControl))
      }

      send(payload: Uint8Array): void {
        channels.#socket.send(encodeFrame(this.#channel, payload))
      }

      close(): void {
        channels.#tell({ type: 'close', channel: this.#channel })
      }
    }
  }

  end(): void {
    this.#channels.clear()
    this.#socket.terminate()
  }

  #tell(message: ClientControl): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(encodeControl(message))
  }

  #receive(bytes: Uint8Array, greeted: () => void): void {
    const frame = decodeFrame(bytes)
    if (frame === null) throw new Error('expected a frame')
    if (frame.channel !== 0) {
      this.#channels.get(frame.channel)?.received(frame.payload)
      return
    }
    const message = readControl(frame.payload)
    if (message?.type === 'hello') greeted()
    else if (message?.type === 'opened') this.#channels.get(message.channel)?.opened()
    else if (message?.type === 'closed') this.#channels.get(message.channel)?.closed(message.code)
  }
}

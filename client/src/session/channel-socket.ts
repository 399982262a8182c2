import type { TextId } from '@parley/model'
import { decodePrivate, features, messageTypes, type PrivateMessage } from '@parley/protocol'
import * as decoding from 'lib0/decoding'
import type { Link } from './link.ts'

/** What a room's connection learns from its channel beside what the stock provider does. */
interface ChannelEvents {
  /** A new channel begins; counting begins again. */
  began(): void
  /** An update frame goes out; `step2` holds everything the document had. */
  sent(kind: 'step2' | 'update'): void
  told(message: PrivateMessage): void
  ended(code: number): void
}

export interface ChannelOptions {
  readonly link: Link
  readonly text: TextId
  readonly client: number
  readonly schema: number
  readonly events: ChannelEvents
}

/**
 * Makes the class to give to the stock `WebsocketProvider` as its `WebSocketPolyfill`: each instance is one channel of
 * the link. Private messages are kept from the provider, which knows none.
 */
export function channelSocketClass(options: ChannelOptions): typeof WebSocket {
  const { link, text, client, schema, events } = options

  class ChannelSocket {
    static readonly CONNECTING = 0
    static readonly OPEN = 1
    static readonly CLOSING = 2
    static readonly CLOSED = 3
    readonly CONNECTING = 0
    readonly OPEN = 1
    readonly CLOSING = 2
    readonly CLOSED = 3
    readyState = 0
    binaryType = 'arraybuffer'
    onopen: (() => void) | null = null
    onmessage: ((event: { data: Uint8Array }) => void) | null = null
    onclose: ((event: { code: number; reason: string }) => void) | null = null
    onerror: (() => void) | null = null
    readonly #channel: number

    constructor() {
      this.#channel = link.open(
        { text, features: [...features], client, schema },
        {
          opened: () => {
            this.readyState = this.OPEN
            events.began()
            this.onopen?.()
          },
          received: (payload) => this.#receive(payload),
          closed: (code, reason) => {
            if (this.readyState === this.CLOSED) return
            this.readyState = this.CLOSED
            events.ended(code)
            this.onclose?.({ code, reason })
          },
        },
      )
    }

    send(frame: Uint8Array): void {
      if (this.readyState !== this.OPEN || isAboutOthers(frame, client)) return
      const kind = updateKind(frame)
      if (kind !== null) events.sent(kind)
      link.send(this.#channel, frame)
    }

    close(): void {
      if (this.readyState === this.CLOSED) return
      this.readyState = this.CLOSED
      link.close(this.#channel)
      events.ended(1000)
    }

    #receive(payload: Uint8Array): void {
      const message = decodePrivate(payload)
      if (message !== null) events.told(message)
      else this.onmessage?.({ data: payload })
    }
  }
  // reason: the provider uses no more of a WebSocket than this
  return ChannelSocket as unknown as typeof WebSocket
}

/** Which kind of update a frame carries, if any (y-protocols/PROTOCOL.md). */
function updateKind(frame: Uint8Array): 'step2' | 'update' | null {
  if (frame[0] !== messageTypes.sync) return null
  return frame[1] === 1 ? 'step2' : frame[1] === 2 ? 'update' : null
}

/** Whether it is presence about other clients only, which the stock provider relays and the server passes over. */
function isAboutOthers(frame: Uint8Array, client: number): boolean {
  if (frame[0] !== messageTypes.awareness) return false
  const decoder = decoding.createDecoder(frame.subarray(1))
  decoding.readVarUint(decoder)
  const count = decoding.readVarUint(decoder)
  for (let state = 0; state < count; state++) {
    if (decoding.readVarUint(decoder) === client) return false
    decoding.readVarUint(decoder)
    decoding.readVarString(decoder)
  }
  return true
}

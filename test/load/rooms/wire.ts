import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'

/** What a connection is told. */
export interface WireEvents {
  opened(): void
  /** One binary message; the bytes are only valid during the call. */
  frame(bytes: Uint8Array): void
  closed(why: string): void
}

/**
 * The client's side of a WebSocket, as little as a load generator needs: it must take far more frames a second than any
 * server sends on a core. Frames to the server are masked with zeros, so that their bytes stand as they are.
 */
export class Wire {
  readonly #socket: Socket
  readonly #events: WireEvents
  #rest: Buffer = Buffer.alloc(0)
  #isOpen = false
  /** Bytes and messages that have come. */
  bytes = 0
  frames = 0

  constructor(port: number, path: string, token: string | null, events: WireEvents) {
    this.#events = events
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true })
    const lines = [
      `GET ${path} HTTP/1.1`,
      `Host: 127.0.0.1:${port}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
      'Sec-WebSocket-Version: 13',
      ...(token === null ? [] : [`Authorization: Bearer ${token}`]),
    ]
    this.#socket.write(`${lines.join('\r\n')}\r\n\r\n`)
    this.#socket.on('data', (chunk) => this.#receive(chunk))
    this.#socket.on('error', (error) => events.closed(error.message))
    this.#socket.on('close', () => events.closed('the connection ended'))
  }

  /** Sends bytes that `maskedFrame` made. */
  sendMasked(frame: Uint8Array): void {
    this.#socket.write(frame)
  }

  send(payload: Uint8Array): void {
    this.sendMasked(maskedFrame(payload))
  }

  /** Ends the connection without a word. */
  end(): void {
    this.#socket.destroy()
  }

  #receive(chunk: Buffer): void {
    let data = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    if (!this.#isOpen) {
      const end = data.indexOf('\r\n\r\n')
      if (end < 0) {
        this.#rest = data
        return
      }
      const head = data.subarray(0, end).toString()
      if (!head.startsWith('HTTP/1.1 101')) {
        this.#events.closed(head.split('\r\n')[0] ?? '')
        this.#socket.destroy()
        return
      }
      this.#isOpen = true
      data = data.subarray(end + 4)
      this.#events.opened()
    }
    let at = 0
    for (;;) {
      const start = at
      const length = frameLength(data, at)
      if (length === null || at + length.header + length.payload > data.length) {
        this.#rest = start === 0 ? data : data.subarray(start)
        return
      }
      const payload = data.subarray(at + length.header, at + length.header + length.payload)
      const kind = data[at] ?? 0
      at += length.header + length.payload
      this.#take(kind, payload)
    }
  }

  #take(kind: number, payload: Buffer): void {
    switch (kind) {
      case 0x82:
        this.bytes += payload.length
        this.frames += 1
        this.#events.frame(payload)
        return
      case 0x89:
        this.#socket.write(Buffer.concat([Buffer.of(0x8a, 0x80 | payload.length, 0, 0, 0, 0), payload]))
        return
      case 0x88:
        this.#events.closed(`closed with ${payload.length >= 2 ? payload.readUInt16BE(0) : 'no code'}`)
        return
      default:
        throw new Error(`expected a whole binary frame, got one of kind ${kind}`)
    }
  }
}

function frameLength(data: Buffer, at: number): { readonly header: number; readonly payload: number } | null {
  const short = data[at + 1]
  if (short === undefined) return null
  if (short < 126) return { header: 2, payload: short }
  if (short === 126) return data.length < at + 4 ? null : { header: 4, payload: data.readUInt16BE(at + 2) }
  return data.length < at + 10 ? null : { header: 10, payload: Number(data.readBigUInt64BE(at + 2)) }
}

/** A payload as one binary WebSocket frame to the server. */
export function maskedFrame(payload: Uint8Array): Uint8Array {
  const size = payload.length < 126 ? 6 : payload.length < 65_536 ? 8 : 14
  const frame = Buffer.alloc(size + payload.length)
  frame[0] = 0x82
  if (size === 6) frame[1] = 0x80 | payload.length
  else if (size === 8) {
    frame[1] = 0x80 | 126
    frame.writeUInt16BE(payload.length, 2)
  } else {
    frame[1] = 0x80 | 127
    frame.writeBigUInt64BE(BigInt(payload.length), 2)
  }
  frame.set(payload, size)
  return frame
}

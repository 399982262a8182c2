import {
  type ClientControl,
  type CloseReason,
  clientControlSchema,
  closes,
  decodeControl,
  decodeFrame,
  encodeControl,
  encodeFrame,
  encodePrivate,
  type PrivateMessage,
  type ServerControl,
  syncVersion,
} from '@parley/protocol'
import type { LinkOptions } from '../link.ts'

/** A timer that a test runs by hand. */
interface Timer {
  readonly milliseconds: number
  readonly task: () => void
}

/** One socket that the client made, as the server sees it. */
export class FakeSocket {
  binaryType = 'blob'
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null
  onclose: ((event: { code: number; reason: string }) => void) | null = null
  onerror: (() => void) | null = null
  isClosed = false
  readonly controls: ClientControl[] = []
  readonly payloads: { readonly channel: number; readonly payload: Uint8Array }[] = []

  send(bytes: Uint8Array): void {
    const frame = decodeFrame(bytes)
    if (frame === null) throw new Error('expected a frame')
    if (frame.channel !== 0) {
      this.payloads.push(frame)
      return
    }
    const message = decodeControl(clientControlSchema, frame.payload)
    if (message === null) throw new Error('expected a control message')
    this.controls.push(message)
  }

  close(): void {
    this.isClosed = true
  }

  tell(message: ServerControl): void {
    this.#deliver(encodeControl(message))
  }

  greet(version = syncVersion): void {
    this.tell({ type: 'hello', version })
  }

  payload(channel: number, payload: Uint8Array): void {
    this.#deliver(encodeFrame(channel, payload))
  }

  private(channel: number, message: PrivateMessage): void {
    this.payload(channel, encodePrivate(message))
  }

  /** The connection is lost, or the server ends it. */
  drop(reason: CloseReason | null = null): void {
    this.onclose?.({ code: reason === null ? 1006 : closes[reason], reason: reason ?? '' })
  }

  #deliver(bytes: Uint8Array): void {
    this.onmessage?.({ data: bytes.slice().buffer as ArrayBuffer })
  }
}

/** The other end of a link: every socket it made, and its timers. */
export class FakeServer {
  readonly sockets: FakeSocket[] = []
  readonly timers = new Set<Timer>()
  chance = 0.5

  readonly options: LinkOptions = {
    url: 'ws://server/sync',
    makeSocket: () => {
      const socket = new FakeSocket()
      this.sockets.push(socket)
      // reason: the link uses no more of a WebSocket than this
      return socket as unknown as WebSocket
    },
    random: () => this.chance,
    after: (milliseconds, task) => {
      const timer = { milliseconds, task }
      this.timers.add(timer)
      return () => this.timers.delete(timer)
    },
  }

  /** The socket made last. */
  get socket(): FakeSocket {
    const socket = this.sockets.at(-1)
    if (socket === undefined) throw new Error('expected a socket')
    return socket
  }

  /** Runs the timers that wait, and gives how long they would have taken. */
  runTimers(): readonly number[] {
    const due = [...this.timers]
    this.timers.clear()
    for (const { task } of due) task()
    return due.map(({ milliseconds }) => milliseconds)
  }
}

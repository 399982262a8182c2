import { type CloseReason, closes } from '@parley/protocol'
import type { WebSocket } from 'ws'

/** A WebSocket as the sync endpoints use it; the same over any library. */
export interface Socket {
  send(frame: Uint8Array): void
  close(reason: CloseReason): void
  /** Bytes handed over and not yet sent. */
  readonly backlog: number
}

/** Wraps a socket of `ws`; after `close` nothing more is sent. */
export function makeSocket(socket: WebSocket): Socket {
  let isClosed = false
  return {
    send(frame) {
      if (!isClosed) socket.send(frame)
    },
    close(reason) {
      if (isClosed) return
      isClosed = true
      socket.close(closes[reason], reason)
    },
    get backlog() {
      return socket.bufferedAmount
    },
  }
}

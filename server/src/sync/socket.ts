import { type CloseReason, closes } from '@parley/protocol'
import type { WebSocket } from 'ws'

/** Bytes not yet sent after which a connection is given up: whoever sends much looks at the backlog long before. */
const mostBacklog = 16_777_216

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
  function close(reason: CloseReason): void {
    if (isClosed) return
    isClosed = true
    socket.close(closes[reason], reason)
  }
  return {
    send(frame) {
      if (isClosed) return
      if (socket.bufferedAmount <= mostBacklog) socket.send(frame)
      else {
        close('too-slow')
        // reason: the close waits behind what is not read
        socket.terminate()
      }
    },
    close,
    get backlog() {
      return socket.bufferedAmount
    },
  }
}

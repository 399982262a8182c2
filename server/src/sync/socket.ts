import type { Duplex } from 'node:stream'
import { type CloseReason, closes } from '@parley/protocol'
import type { WebSocket } from 'ws'
import { corkedUntilNextTick } from './corked.ts'

/** Bytes not yet sent after which a connection is given up: whoever sends much looks at the backlog long before. */
const mostBacklog = 16_777_216

/** A WebSocket as the sync endpoints use it; the same over any library. */
export interface Socket {
  send(frame: Uint8Array): void
  close(reason: CloseReason): void
  /** Bytes handed over and not yet sent. */
  readonly backlog: number
}

/**
 * Wraps a socket of `ws` and the stream it writes to; after `close` nothing more is sent. Frames go to the stream as they
 * are: `ws` would make each anew for every reader, and write each by itself. Extensions must be off, as they are.
 */
export function makeSocket(socket: WebSocket, stream: Duplex): Socket {
  let isClosed = false
  function close(reason: CloseReason): void {
    if (isClosed) return
    isClosed = true
    socket.close(closes[reason], reason)
  }
  return {
    send(payload) {
      if (isClosed || socket.readyState !== socket.OPEN) return
      if (socket.bufferedAmount > mostBacklog) {
        close('too-slow')
        // reason: the close waits behind what is not read
        socket.terminate()
        return
      }
      corkedUntilNextTick(stream)
      if (payload.length <= copied) stream.write(wholeFrame(payload))
      else {
        stream.write(frameHead(payload.length))
        stream.write(payload)
      }
    },
    close,
    get backlog() {
      return socket.bufferedAmount
    },
  }
}

/** Whether the other end has answered since this was asked last; asks it again. Every WebSocket answers by itself. */
export function makePulse(socket: WebSocket): () => boolean {
  let hasAnswered = true
  socket.on('pong', () => {
    hasAnswered = true
  })
  return function isThere() {
    const answered = hasAnswered
    hasAnswered = false
    if (socket.readyState === socket.OPEN) socket.ping()
    return answered
  }
}

/** Bytes up to which a payload is copied behind its head, since one buffer is cheaper to write than two. */
const copied = 16_384

/** Frames of the payloads that have been sent: what goes to many readers is made once. */
const made = new WeakMap<Uint8Array, Uint8Array>()

function wholeFrame(payload: Uint8Array): Uint8Array {
  const known = made.get(payload)
  if (known !== undefined) return known
  const frame = Buffer.concat([frameHead(payload.length), payload])
  made.set(payload, frame)
  return frame
}

/** The head of a whole binary message to a client (RFC 6455, section 5.2). */
function frameHead(length: number): Uint8Array {
  const binary = 0x82
  if (length < 126) return Uint8Array.of(binary, length)
  const head = Buffer.allocUnsafe(length < 65_536 ? 4 : 10)
  head[0] = binary
  if (length < 65_536) {
    head[1] = 126
    head.writeUInt16BE(length, 2)
  } else {
    head[1] = 127
    head.writeBigUInt64BE(BigInt(length), 2)
  }
  return head
}

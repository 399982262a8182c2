import { once } from 'node:events'
import type { TextId } from '@parley/model'
import { encodeControl, encodeFrame } from '@parley/protocol'
import { WebSocket } from 'ws'
import type { ApiClient } from '../browser/index.ts'
import { type Door, openSocket } from './wire.ts'

const channel = 1

/** What a client that has nothing says first: it asks for the state, and has nothing to give. */
const greeting = [Uint8Array.of(0, 0, 1, 0), Uint8Array.of(0, 1, 2, 0, 0)]

/** Somebody who is signed in and sends whatever they like. */
export class Attacker {
  readonly socket: WebSocket
  readonly #door: Door

  private constructor(socket: WebSocket, door: Door) {
    this.socket = socket
    this.#door = door
  }

  /** Comes in as any client does, by either door; resolves when the socket is open. */
  static async enter(url: string, session: ApiClient, text: TextId, door: Door): Promise<Attacker> {
    const path = door === 'plain' ? `/sync/${text}?features=committed,rejected` : '/sync'
    const socket = openSocket({ url, session }, path)
    const attacker = new Attacker(socket, door)
    await once(socket, 'open')
    if (door === 'channel')
      socket.send(encodeControl({ type: 'open', channel, text, features: ['committed', 'rejected'] }))
    for (const frame of greeting) attacker.send(frame)
    return attacker
  }

  /** Sends a frame of the text, or a text message. */
  send(frame: Uint8Array | string): void {
    if (this.socket.readyState !== WebSocket.OPEN) return
    const isWrapped = this.#door === 'channel' && typeof frame !== 'string'
    this.socket.send(isWrapped ? encodeFrame(channel, frame) : frame)
  }

  /** Resolves when the server has read everything, or has ended the connection. */
  async heard(): Promise<void> {
    if (this.socket.readyState !== WebSocket.OPEN) return
    const answered = Promise.race([once(this.socket, 'pong'), once(this.socket, 'close')])
    this.socket.ping()
    await answered
  }

  leave(): void {
    this.socket.terminate()
  }
}

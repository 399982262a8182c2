import type { TextId } from '@parley/model'
import {
  decodeControl,
  decodeFrame,
  encodeControl,
  encodeFrame,
  features,
  serverControlSchema,
} from '@parley/protocol'
import { WebSocket } from 'ws'
import type { ApiClient } from '../browser/index.ts'

/** How the frames of one text travel between a client and the server. */
export interface Wire {
  readonly isOpen: boolean
  send(frame: Uint8Array): void
  /** Breaks the connection without a word, as a network does. */
  drop(): void
}

/** What a wire tells; `closed` comes once, with the server's code, or 1006 where the connection just broke. */
export interface WireEvents {
  opened(): void
  frame(bytes: Uint8Array): void
  closed(code: number): void
}

/** Where a wire leads, as whom, and the client id that our own client would announce. */
export interface Destination {
  readonly url: string
  readonly session: ApiClient
  readonly text: TextId
  readonly client: number
}

/** The two ways into a text: `plain` is the endpoint of any y-websocket client, `channel` that of our own. */
export const doors = ['plain', 'channel'] as const
export type Door = (typeof doors)[number]

/** Opens a wire. */
export const openWire = (door: Door, to: Destination, events: WireEvents): Wire =>
  door === 'plain' ? openPlain(to, events) : openChannel(to, events)

/** A socket of a signed-in person, as a browser on our own pages opens it. */
export function openSocket({ url, session }: Pick<Destination, 'url' | 'session'>, path: string): WebSocket {
  const cookie = [...session.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const socket = new WebSocket(url.replace('http', 'ws') + path, { headers: { cookie, origin: url } })
  socket.binaryType = 'arraybuffer'
  socket.on('error', () => {})
  return socket
}

const bytesOf = (data: unknown): Uint8Array => {
  if (data instanceof ArrayBuffer) return new Uint8Array(data)
  throw new Error('expected a binary frame')
}

function openPlain(to: Destination, events: WireEvents): Wire {
  const socket = openSocket(to, `/sync/${to.text}?features=${features}`)
  socket.on('open', () => events.opened())
  socket.on('message', (data) => events.frame(bytesOf(data)))
  socket.on('close', (code) => events.closed(code))
  return {
    get isOpen() {
      return socket.readyState === WebSocket.OPEN
    },
    send: (frame) => socket.send(frame),
    drop: () => socket.terminate(),
  }
}

function openChannel(to: Destination, events: WireEvents): Wire {
  const channel = 1
  const socket = openSocket(to, '/sync')
  let isOpen = false
  const end = (code: number): void => {
    if (isOpen) events.closed(code)
    isOpen = false
    socket.terminate()
  }
  socket.on('open', () => {
    isOpen = true
    const { text, client } = to
    socket.send(encodeControl({ type: 'open', channel, text, features: [...features], client }))
  })
  socket.on('message', (data) => {
    const frame = decodeFrame(bytesOf(data))
    if (frame === null) throw new Error('expected a frame')
    if (frame.channel === channel) return events.frame(frame.payload)
    const told = decodeControl(serverControlSchema, frame.payload)
    if (told?.type === 'opened') events.opened()
    if (told?.type === 'closed') end(told.code)
  })
  socket.on('close', (code) => (isOpen ? end(code) : events.closed(code)))
  return {
    get isOpen() {
      return isOpen
    },
    send: (payload) => socket.send(encodeFrame(channel, payload)),
    drop: () => socket.terminate(),
  }
}

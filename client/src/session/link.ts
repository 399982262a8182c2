import type { ProjectId } from '@parley/model'
import {
  type ClientControl,
  type CloseReason,
  closeReason,
  closes,
  decodeControl,
  decodeFrame,
  encodeControl,
  encodeFrame,
  isFinalClose,
  type ServerControl,
  serverControlSchema,
  syncVersion,
} from '@parley/protocol'

/**
 * How the tab's one socket stands. `signed-out` waits, with everything that is open, until the same person has signed in
 * again and `retry` is called; `ended` is final.
 */
export type LinkState =
  | { readonly type: 'connecting' }
  | { readonly type: 'open' }
  | { readonly type: 'offline' }
  | { readonly type: 'signed-out' }
  | { readonly type: 'ended'; readonly reason: CloseReason }

/** One channel's end of the link. */
export interface ChannelListener {
  opened(): void
  received(payload: Uint8Array): void
  closed(code: number, reason: string): void
}

export interface LinkOptions {
  /** Address of `/sync`, `ws:` or `wss:`. */
  readonly url: string
  readonly makeSocket: (url: string) => WebSocket
  readonly random: () => number
  /** Runs a task after so many milliseconds; gives the function that calls it off. */
  readonly after: (milliseconds: number, task: () => void) => () => void
}

type Control = Exclude<ServerControl, { type: 'hello' | 'opened' | 'closed' }>

/** Milliseconds before the first, and at most before any, try to connect again; each is drawn at random below that. */
const firstDelay = 500
const longestDelay = 10_000
/** The least where the server said that too many come at once. */
const busyDelay = 2_000

/** The tab's one socket to the server: carries channels and events, and comes back by itself after a loss. */
export class Link {
  readonly #options: LinkOptions
  readonly #channels = new Map<number, ChannelListener>()
  readonly #waiting = new Map<number, Extract<ClientControl, { type: 'open' }>>()
  readonly #listeners = new Set<(state: LinkState) => void>()
  readonly #controls = new Set<(message: Control) => void>()
  #state: LinkState = { type: 'connecting' }
  #socket: WebSocket | null = null
  #nextChannel = 1
  #tries = 0
  #callOff: () => void = () => {}
  #watched: ProjectId | null = null

  constructor(options: LinkOptions) {
    this.#options = options
    this.#connect()
  }

  get state(): LinkState {
    return this.#state
  }

  onState(listener: (state: LinkState) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  onControl(listener: (message: Control) => void): () => void {
    this.#controls.add(listener)
    return () => this.#controls.delete(listener)
  }

  /** Opens a channel, now or when there is a connection; gives its number. */
  open(
    request: Omit<Extract<ClientControl, { type: 'open' }>, 'type' | 'channel'>,
    listener: ChannelListener,
  ): number {
    const channel = this.#nextChannel++
    const message = { type: 'open', channel, ...request } as const
    this.#channels.set(channel, listener)
    if (this.#state.type === 'open') this.#tell(message)
    else if (this.#state.type === 'ended') {
      const { reason } = this.#state
      queueMicrotask(() => this.#closeChannel(channel, closes[reason], reason))
    } else this.#waiting.set(channel, message)
    return channel
  }

  send(channel: number, payload: Uint8Array): void {
    if (this.#channels.has(channel) && this.#state.type === 'open')
      this.#socket?.send(encodeFrame(channel, payload) as Uint8Array<ArrayBuffer>)
  }

  /** Closes a channel; its listener is told nothing more. */
  close(channel: number): void {
    if (!this.#channels.delete(channel)) return
    if (!this.#waiting.delete(channel) && this.#state.type === 'open') this.#tell({ type: 'close', channel })
  }

  /** Watches one project from now on, also after a loss; `null` for none. */
  watch(project: ProjectId | null): void {
    this.#watched = project
    if (this.#state.type === 'open')
      this.#tell(project === null ? { type: 'unwatch' } : { type: 'watch', project })
  }

  /** Tries at once: the network is back, the page is looked at again, or the person has signed in again. */
  retry(): void {
    if (this.#state.type !== 'offline' && this.#state.type !== 'signed-out') return
    this.#callOff()
    this.#connect()
  }

  /** Ends the link for good. */
  end(reason: CloseReason = 'going-away'): void {
    this.#callOff()
    const socket = this.#socket
    this.#socket = null
    socket?.close()
    this.#lost({ type: 'ended', reason }, closes[reason], reason)
  }

  #connect(): void {
    this.#become({ type: 'connecting' })
    const socket = this.#options.makeSocket(this.#options.url)
    socket.binaryType = 'arraybuffer'
    this.#socket = socket
    socket.onmessage = ({ data }) => {
      if (this.#socket === socket && data instanceof ArrayBuffer) this.#receive(new Uint8Array(data))
    }
    socket.onclose = ({ code, reason }) => {
      if (this.#socket === socket) this.#closed(code, reason)
    }
    // reason: a close always follows, and says more
    socket.onerror = () => {}
  }

  #receive(bytes: Uint8Array): void {
    const frame = decodeFrame(bytes)
    if (frame === null) return
    if (frame.channel !== 0) {
      this.#channels.get(frame.channel)?.received(frame.payload)
      return
    }
    const message = decodeControl(serverControlSchema, frame.payload)
    if (message === null) return
    switch (message.type) {
      case 'hello':
        this.#greeted(message.version)
        return
      case 'opened':
        this.#channels.get(message.channel)?.opened()
        return
      case 'closed':
        this.#closeChannel(message.channel, message.code, message.reason)
        return
      default:
        for (const listener of [...this.#controls]) listener(message)
    }
  }

  #greeted(version: number): void {
    if (version !== syncVersion) {
      this.end('outdated')
      return
    }
    this.#tries = 0
    this.#become({ type: 'open' })
    if (this.#watched !== null) this.#tell({ type: 'watch', project: this.#watched })
    for (const message of this.#waiting.values()) this.#tell(message)
    this.#waiting.clear()
  }

  #closed(code: number, reason: string): void {
    this.#socket = null
    const name = closeReason(code)
    if (name === 'signed-out') {
      this.#lost({ type: 'signed-out' }, 1006, '')
      return
    }
    if (isFinalClose(code) && name !== null) {
      this.#lost({ type: 'ended', reason: name }, code, reason)
      return
    }
    // reason: full jitter, so that the clients of a restarted server do not come back together
    const drawn = this.#options.random()
    const delay =
      name === 'busy'
        ? busyDelay + (longestDelay - busyDelay) * drawn
        : Math.min(longestDelay, firstDelay * 2 ** this.#tries++) * drawn
    this.#callOff = this.#options.after(delay, () => this.#connect())
    this.#lost({ type: 'offline' }, 1006, '')
  }

  #lost(state: LinkState, code: number, reason: string): void {
    this.#waiting.clear()
    this.#become(state)
    for (const channel of [...this.#channels.keys()]) this.#closeChannel(channel, code, reason)
  }

  #closeChannel(channel: number, code: number, reason: string): void {
    const listener = this.#channels.get(channel)
    this.#channels.delete(channel)
    this.#waiting.delete(channel)
    listener?.closed(code, reason)
  }

  #become(state: LinkState): void {
    this.#state = state
    for (const listener of [...this.#listeners]) listener(state)
  }

  #tell(message: ClientControl): void {
    this.#socket?.send(encodeControl(message) as Uint8Array<ArrayBuffer>)
  }
}

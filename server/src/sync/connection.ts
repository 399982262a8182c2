import type { ProjectId } from '@parley/model'
import {
  type ClientControl,
  type CloseReason,
  clientControlSchema,
  closes,
  decodeControl,
  decodeFrame,
  encodeControl,
  encodeFrame,
  type ServerControl,
  syncVersion,
} from '@parley/protocol'
import type { Person, Rooms } from '@parley/rooms'
import { Channel, type Holding } from './channel.ts'
import type { Hub, Watch } from './hub.ts'
import type { Socket } from './socket.ts'

/** Texts that one connection may have open at once. */
const channelLimit = 200

/** Bytes of a control message; the longest of ours takes some 200. */
const controlBytes = 2_048

/** Control messages of one person over all connections: opening a text or watching a project reads the store. */
export const controlRate = { burst: 1_000, perSecond: 40 }

export interface ConnectionOptions {
  readonly person: Person
  readonly socket: Socket
  readonly rooms: Rooms
  readonly hub: Hub
  /** Asked for each message on channel 0: whether the person may say more now. */
  readonly mayControl: () => boolean
}

/** One socket on `/sync`: many channels, and the events of the project it watches. */
export class Connection {
  readonly #options: ConnectionOptions
  readonly #channels = new Map<number, Channel>()
  readonly #holding: Holding = { bytes: 0 }
  #watch: { readonly project: ProjectId; end: () => void } | null = null
  #events = 0
  #isOver = false

  constructor(options: ConnectionOptions) {
    this.#options = options
    this.#tell({ type: 'hello', version: syncVersion })
  }

  receive(bytes: Uint8Array): void {
    if (this.#isOver) return
    const frame = decodeFrame(bytes)
    if (frame === null) this.end('bad-message')
    else if (frame.channel === 0) this.#control(frame.payload)
    // reason: a channel that the server has just closed may still be spoken on
    else this.#channels.get(frame.channel)?.receive(frame.payload)
  }

  /** The socket is gone. */
  left(): void {
    this.#isOver = true
    this.#unwatch()
    for (const channel of this.#channels.values()) channel.leave()
    this.#channels.clear()
  }

  end(reason: CloseReason): void {
    this.#options.socket.close(reason)
    this.left()
  }

  #control(payload: Uint8Array): void {
    if (!this.#options.mayControl()) {
      this.end('too-fast')
      return
    }
    const isShort = payload.length <= controlBytes
    const message = isShort ? decodeControl(clientControlSchema, payload) : null
    switch (message?.type) {
      case undefined:
        this.end('bad-message')
        return
      case 'open':
        this.#open(message)
        return
      case 'close':
        this.#channels.get(message.channel)?.leave()
        this.#channels.delete(message.channel)
        return
      case 'watch':
        void this.#watchProject(message.project)
        return
      case 'unwatch':
        this.#unwatch()
        return
      default:
        message satisfies undefined
    }
  }

  #open(message: Extract<ClientControl, { type: 'open' }>): void {
    const { channel: number, text, features, client, schema } = message
    const { person, rooms, socket } = this.#options
    if (this.#channels.has(number)) {
      this.end('bad-message')
      return
    }
    const channel = new Channel((reason) => {
      if (this.#channels.get(number) === channel) this.#channels.delete(number)
      this.#tell({ type: 'closed', channel: number, code: closes[reason], reason })
    }, this.#holding)
    if (this.#channels.size >= channelLimit) {
      this.#tell({ type: 'closed', channel: number, code: closes['too-many'], reason: 'too-many' })
      return
    }
    this.#channels.set(number, channel)
    const outlet = {
      send: (frame: Uint8Array) => socket.send(encodeFrame(number, frame)),
      close: () => {},
      get backlog() {
        return socket.backlog
      },
    }
    const opened = () => this.#tell({ type: 'opened', channel: number })
    void channel.join(rooms, text, { person, outlet, features, client, schema }, opened)
  }

  async #watchProject(project: ProjectId): Promise<void> {
    this.#unwatch()
    const own = { project, end: () => {} }
    this.#watch = own
    const isCurrent = () => this.#watch === own
    const watch: Watch | 'unavailable' | null = await this.#options.hub
      .watch(project, {
        person: this.#options.person,
        begun: () => {
          if (isCurrent()) this.#tell({ type: 'watching', project })
        },
        send: (event) => {
          if (isCurrent()) this.#tell({ type: 'event', seq: ++this.#events, event })
        },
        lost: () => {
          if (isCurrent()) this.#watch = null
        },
        backlog: () => this.#options.socket.backlog,
      })
      .catch(() => 'unavailable' as const)
    if (watch === 'unavailable') {
      if (isCurrent()) this.end('unavailable')
      return
    }
    if (!isCurrent()) {
      watch?.end()
      return
    }
    if (watch === null) {
      this.#watch = null
      this.#tell({ type: 'not-watching', project })
      return
    }
    own.end = () => watch.end()
  }

  #unwatch(): void {
    const watch = this.#watch
    this.#watch = null
    watch?.end()
  }

  #tell(message: ServerControl): void {
    this.#options.socket.send(encodeControl(message))
  }
}

import type { TextId } from '@parley/model'
import type { CloseReason } from '@parley/protocol'
import type { JoinedSession, Joiner, Rooms } from '@parley/rooms'

/** Bytes that the channels of one connection may send before it is known whether they may join. */
const mostHeld = 1_048_576

/** What is held for the channels of one connection together. */
export interface Holding {
  bytes: number
}

/**
 * One session's way into a room: frames that come before the room has let it in are held, and given to it in order.
 * `closed` is told once if the room ends it or never lets it in.
 */
export class Channel {
  readonly #closed: (reason: CloseReason) => void
  #state:
    | { readonly type: 'joining'; readonly held: Uint8Array[] }
    | { readonly type: 'joined'; readonly session: JoinedSession }
    | { readonly type: 'ended' } = { type: 'joining', held: [] }
  readonly #holding: Holding

  constructor(closed: (reason: CloseReason) => void, holding: Holding = { bytes: 0 }) {
    this.#closed = closed
    this.#holding = holding
  }

  /** Joins; `opened` is told when the room has let it in, before any frame is sent. */
  async join(rooms: Pick<Rooms, 'join'>, text: TextId, joiner: Joiner, opened: () => void): Promise<void> {
    const { outlet } = joiner
    const outcome = await rooms.join(text, {
      ...joiner,
      outlet: {
        send: (frame) => outlet.send(frame),
        close: (reason) => this.#end(reason),
        get backlog() {
          return outlet.backlog
        },
      },
    })
    if (outcome.type === 'closed') {
      this.#end(outcome.reason)
      return
    }
    if (this.#state.type !== 'joining') {
      outcome.session.leave()
      return
    }
    const { held } = this.#state
    this.#release()
    this.#state = { type: 'joined', session: outcome.session }
    opened()
    for (const frame of held) outcome.session.receive(frame)
  }

  receive(frame: Uint8Array): void {
    switch (this.#state.type) {
      case 'joined':
        this.#state.session.receive(frame)
        return
      case 'joining':
        this.#state.held.push(frame)
        this.#holding.bytes += frame.length
        if (this.#holding.bytes > mostHeld) this.#end('too-fast')
        return
      case 'ended':
        return
      default:
        this.#state satisfies never
    }
  }

  /** The connection is gone, or the client closed the channel. */
  leave(): void {
    const state = this.#state
    this.#release()
    this.#state = { type: 'ended' }
    if (state.type === 'joined') state.session.leave()
  }

  #end(reason: CloseReason): void {
    if (this.#state.type === 'ended') return
    this.#release()
    this.#state = { type: 'ended' }
    this.#closed(reason)
  }

  #release(): void {
    if (this.#state.type !== 'joining') return
    for (const frame of this.#state.held) this.#holding.bytes -= frame.length
  }
}

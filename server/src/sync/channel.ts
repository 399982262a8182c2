import type { TextId } from '@parley/model'
import type { CloseReason } from '@parley/protocol'
import type { JoinedSession, Joiner, Rooms } from '@parley/rooms'

/** Bytes a channel may send before it is known whether it may join. */
const heldBytes = 1_048_576

/**
 * One session's way into a room: frames that come before the room has let it in are held, and given to it in order.
 * `closed` is told once if the room ends it or never lets it in.
 */
export class Channel {
  readonly #closed: (reason: CloseReason) => void
  #state:
    | { readonly type: 'joining'; readonly held: Uint8Array[]; bytes: number }
    | { readonly type: 'joined'; readonly session: JoinedSession }
    | { readonly type: 'ended' } = { type: 'joining', held: [], bytes: 0 }

  constructor(closed: (reason: CloseReason) => void) {
    this.#closed = closed
  }

  /** Joins; `opened` is told when the room has let it in, before any frame is sent. */
  async join(rooms: Rooms, text: TextId, joiner: Joiner, opened: () => void): Promise<void> {
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
        this.#state.bytes += frame.length
        if (this.#state.bytes > heldBytes) this.#end('too-fast')
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
    this.#state = { type: 'ended' }
    if (state.type === 'joined') state.session.leave()
  }

  #end(reason: CloseReason): void {
    if (this.#state.type === 'ended') return
    this.#state = { type: 'ended' }
    this.#closed(reason)
  }
}

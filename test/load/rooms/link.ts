import {
  addressed,
  type Dialect,
  hear,
  hocuspocusToken,
  readAddress,
  step1,
  step2,
  updatePayload,
} from './dialect.ts'
import type { Door } from './running.ts'
import { maskedFrame, Wire } from './wire.ts'

/** An update without a word in it: what a client that has nothing answers to step 1. */
const nothing = Uint8Array.of(0, 0)
/** The state vector of an empty document. */
export const noState = Uint8Array.of(0)

export interface LinkOptions {
  /** What the client has already. */
  readonly stateVector?: Uint8Array
  /** The update that answers the server's step 1. */
  readonly step2?: Uint8Array
  /** Called with each update that comes after the state; without it they are only counted. */
  readonly update?: (bytes: Uint8Array) => void
}

/** One client of one text over one connection. */
export class Link {
  /** The state that the server answered with; resolves when the client is in step. */
  readonly synced: Promise<Uint8Array>
  readonly #wire: Wire
  readonly #dialect: Dialect
  readonly #text: string
  readonly #options: LinkOptions
  #settle: { resolve: (state: Uint8Array) => void; reject: (error: Error) => void }
  #isSynced = false
  #answered = false
  #ended = false
  /** Update frames that the server said are stored, the step 2 included. */
  acknowledged = 0

  constructor(door: Door, text: string, person: number, options: LinkOptions = {}) {
    this.#dialect = door.dialect
    this.#text = text
    this.#options = options
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
    this.synced = promise
    this.#settle = { resolve, reject }
    this.#wire = new Wire(door.port, door.path(text), door.token(person), {
      opened: () => this.#greet(),
      frame: (bytes) => this.#frame(bytes),
      closed: (why) => this.#closed(why),
    })
  }

  get bytes(): number {
    return this.#wire.bytes
  }

  /** An update as bytes that `sendPrepared` takes. */
  prepare(update: Uint8Array): Uint8Array {
    return maskedFrame(addressed(this.#dialect, this.#text, updatePayload(update)))
  }

  sendPrepared(frame: Uint8Array): void {
    this.#wire.sendMasked(frame)
  }

  end(): void {
    this.#ended = true
    this.#wire.end()
  }

  #send(payload: Uint8Array): void {
    this.#wire.send(addressed(this.#dialect, this.#text, payload))
  }

  #greet(): void {
    if (this.#dialect === 'relay') {
      this.#isSynced = true
      this.#settle.resolve(nothing)
      return
    }
    if (this.#dialect === 'hocuspocus') this.#wire.send(hocuspocusToken(this.#text))
    this.#send(step1(this.#options.stateVector ?? noState))
  }

  #frame(frame: Uint8Array): void {
    // reason: a reader that only counts must cost the load's core nothing
    if (this.#isSynced && this.#answered && this.#options.update === undefined) return
    const payload = this.#dialect === 'hocuspocus' ? readAddress(frame).payload : frame
    const heard = hear(this.#dialect, payload)
    switch (heard.type) {
      case 'step1':
        this.#answered = true
        this.#send(step2(this.#options.step2 ?? nothing))
        return
      case 'step2':
        if (this.#isSynced) return
        this.#isSynced = true
        this.#settle.resolve(heard.update.slice())
        return
      case 'update':
        this.#options.update?.(heard.update)
        return
      case 'acknowledged':
        this.acknowledged = heard.frames === 'one' ? this.acknowledged + 1 : heard.frames
        return
      case 'refused':
        throw new Error(`an update was refused: ${heard.why}`)
      case 'other':
        return
      default:
        heard satisfies never
    }
  }

  #closed(why: string): void {
    if (this.#ended) return
    this.#ended = true
    const error = new Error(`the server ended a client of ${this.#text}: ${why}`)
    if (this.#isSynced) console.error(error.message)
    else this.#settle.reject(error)
  }
}

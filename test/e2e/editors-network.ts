import type { TextId } from '@parley/model'
import {
  clientControlSchema,
  closes,
  decodeControl,
  decodeFrame,
  encodeControl,
  encodeFrame,
  messageTypes,
  syncVersion,
} from '@parley/protocol'
import type { JoinedSession } from '@parley/rooms'
import type { World } from '@parley/rooms/testing'
import type { Page } from 'playwright-core'

/** The server's end of one tab's socket. */
interface End {
  readonly name: string
  readonly channels: Map<number, JoinedSession>
  outgoing: Uint8Array[]
  /** Updates that the tab has sent, so far. */
  updates: number
}

/** A network of several tabs in one page and a real room, which moves only when the test says so. */
export class EditorsNetwork {
  readonly #page: Page
  readonly #world: World
  #ends: readonly End[] = []

  constructor(page: Page, world: World) {
    this.#page = page
    this.#world = world
  }

  /** Opens a text in a tab for each name, in step and with an editor; the seed gives the tabs their client ids. */
  async open(text: TextId, names: readonly string[], seed: number): Promise<void> {
    await this.#page.evaluate((number) => window.seedRandom(number), seed)
    await this.#page.evaluate(([id, count]) => window.editorsPage.open(id, count), [
      text,
      names.length,
    ] as const)
    this.#ends = names.map((name) => ({ name, channels: new Map(), outgoing: [], updates: 0 }))
    for (const end of this.#ends) end.outgoing.push(encodeControl({ type: 'hello', version: syncVersion }))
    await this.flush()
    await this.#page.evaluate(() => window.editorsPage.mount())
    await this.flush()
  }

  /** Updates that each tab has sent, so far. */
  get updates(): readonly number[] {
    return this.#ends.map(({ updates }) => updates)
  }

  /** Takes what the tabs have sent to the server, tab after tab, and delivers nothing. */
  async send(): Promise<void> {
    await this.#exchange(this.#ends.map(() => []))
  }

  /** Delivers what is under way to the tabs, and to the server what they have sent by then. */
  async round(): Promise<void> {
    await this.#exchange(this.#ends.map((end) => end.outgoing.splice(0)))
  }

  /** Delivers everything, both ways, until all is quiet; gives the rounds that took. */
  async flush(most = 20): Promise<number> {
    for (let round = 0; round < most; round++) {
      const incoming = this.#ends.map((end) => end.outgoing.splice(0))
      const isQuiet = incoming.every((frames) => frames.length === 0)
      const hasSent = await this.#exchange(incoming)
      if (isQuiet && !hasSent && this.#ends.every(({ outgoing }) => outgoing.length === 0)) return round
    }
    throw new Error(`the network was not quiet after ${most} rounds`)
  }

  leave(): void {
    for (const { channels } of this.#ends) for (const session of channels.values()) session.leave()
  }

  async #exchange(incoming: readonly (readonly Uint8Array[])[]): Promise<boolean> {
    const encoded = incoming.map((frames) => frames.map((frame) => Buffer.from(frame).toString('base64')))
    const sent = await this.#page.evaluate((frames) => window.editorsPage.exchange(frames), encoded)
    for (const [at, frames] of sent.entries()) {
      const end = this.#ends[at]
      for (const frame of frames)
        if (end) await this.#take(end, Uint8Array.from(Buffer.from(frame, 'base64')))
      await this.#world.scheduler.settle()
    }
    return sent.some((frames) => frames.length > 0)
  }

  async #take(end: End, bytes: Uint8Array): Promise<void> {
    const frame = decodeFrame(bytes)
    if (frame === null) throw new Error('expected a frame')
    const { payload } = frame
    if (frame.channel !== 0) {
      if (payload[0] === messageTypes.sync && payload[1] === 2) end.updates += 1
      end.channels.get(frame.channel)?.receive(payload)
      return
    }
    const control = decodeControl(clientControlSchema, payload)
    if (control?.type !== 'open') return
    const { channel, text, features, client, schema } = control
    const outlet = {
      send: (told: Uint8Array) => void end.outgoing.push(encodeFrame(channel, told)),
      close: () => {},
      backlog: 0,
    }
    const person = this.#world.person(end.name)
    const joined = await this.#world.rooms.join(text, { person, features, client, schema, outlet })
    if (joined.type === 'closed')
      throw new Error(`${end.name} was not let in: ${joined.reason} (${closes[joined.reason]})`)
    end.channels.set(channel, joined.session)
    end.outgoing.unshift(encodeControl({ type: 'opened', channel }))
  }
}

import { encodeControl, encodeFrame } from '@parley/protocol'
import * as decoding from 'lib0/decoding'
import { addressed, hear, hocuspocusToken, readAddress, readControl, step1, step2 } from './dialect.ts'
import { Link, noState } from './link.ts'
import { pause } from './pause.ts'
import type { Running } from './running.ts'
import { Wire } from './wire.ts'

/** One person's way to open and close texts, over whatever connections the server's own clients use. */
interface Screen {
  /** Resolves when the text is in step. */
  open(text: string): Promise<void>
  close(text: string): void
  end(): void
}

/** People who scroll: each keeps so many texts open, and opens and closes so many a second. */
export interface Scrolling {
  readonly people: number
  readonly open: number
  readonly turns: number
  readonly seconds: number
}

/** Milliseconds from opening a text until it was in step, for each that was opened while people scrolled. */
export async function measureScrolling(
  running: Running,
  { people, open, turns, seconds }: Scrolling,
): Promise<{ readonly latencies: readonly number[]; readonly cpu: number }> {
  const { texts } = running
  const latencies: number[] = []
  const at = (person: number, position: number) => texts[(person * 3 + position) % texts.length] ?? ''
  const screens = await Promise.all(
    Array.from({ length: people }, async (_, person) => {
      const screen = makeScreen(running, person)
      for (let position = 0; position < open; position++) await screen.open(at(person, position))
      return screen
    }),
  )
  const cpu = running.process.cpu()
  const began = performance.now()
  const total = people * turns * seconds
  const opening: Promise<void>[] = []
  for (let next = 0; next < total; await pause(1)) {
    const due = Math.min(total, Math.ceil(((performance.now() - began) / 1_000) * people * turns))
    for (; next < due; next++) {
      const person = next % people
      const turn = Math.floor(next / people)
      const screen = screens[person]
      if (screen === undefined) continue
      screen.close(at(person, turn))
      const asked = performance.now()
      opening.push(
        screen.open(at(person, turn + open)).then(() => void latencies.push(performance.now() - asked)),
      )
    }
  }
  await Promise.race([Promise.all(opening), pause(5_000)])
  const taken = (running.process.cpu() - cpu) / seconds
  for (const screen of screens) screen.end()
  // reason: what never came is as late as it gets
  while (latencies.length < total) latencies.push(Number.POSITIVE_INFINITY)
  return { latencies, cpu: taken }
}

function makeScreen(running: Running, person: number): Screen {
  if (running.name === 'Parley') return channels(running, person)
  return running.dialect === 'hocuspocus' ? shared(running, person) : single(running, person)
}

/** A connection for each text. */
function single(running: Running, person: number): Screen {
  const links = new Map<string, Link>()
  return {
    async open(text) {
      const link = new Link(running, text, person)
      links.set(text, link)
      await link.synced
    },
    close(text) {
      links.get(text)?.end()
      links.delete(text)
    },
    end() {
      for (const link of links.values()) link.end()
    },
  }
}

/** Parley's one connection with a channel for each text. */
function channels(running: Running, person: number): Screen {
  const open = new Map<string, number>()
  const waiting = new Map<number, () => void>()
  let last = 0
  const { promise: opened, resolve } = Promise.withResolvers<void>()
  const wire = new Wire(running.port, '/sync', running.token(person), {
    opened: resolve,
    closed: (why) => console.error(`a person's connection: ${why}`),
    frame(bytes) {
      const decoder = decoding.createDecoder(bytes)
      const channel = decoding.readVarUint(decoder)
      const payload = bytes.subarray(decoder.pos)
      if (channel === 0) {
        const told = readControl(payload)
        if (told?.type === 'closed') throw new Error(`a text was not opened: ${told.reason}`)
        return
      }
      const heard = hear('y-websocket', payload)
      if (heard.type === 'step1') wire.send(encodeFrame(channel, step2(Uint8Array.of(0, 0))))
      if (heard.type !== 'step2') return
      waiting.get(channel)?.()
      waiting.delete(channel)
    },
  })
  return {
    async open(text) {
      await opened
      const channel = ++last
      open.set(text, channel)
      const { promise, resolve } = Promise.withResolvers<void>()
      waiting.set(channel, resolve)
      // reason: the text's id is one that the server made
      wire.send(encodeControl({ type: 'open', channel, text: text as never, features: ['committed'] }))
      wire.send(encodeFrame(channel, step1(noState)))
      await promise
    },
    close(text) {
      const channel = open.get(text)
      open.delete(text)
      if (channel !== undefined) wire.send(encodeControl({ type: 'close', channel }))
    },
    end: () => wire.end(),
  }
}

/** Hocuspocus' one connection with many documents. */
function shared(running: Running, person: number): Screen {
  const waiting = new Map<string, () => void>()
  const { promise: opened, resolve } = Promise.withResolvers<void>()
  const wire = new Wire(running.port, running.path(''), running.token(person), {
    opened: resolve,
    closed: (why) => console.error(`a person's connection: ${why}`),
    frame(bytes) {
      const { text, payload } = readAddress(bytes)
      const heard = hear('hocuspocus', payload)
      if (heard.type === 'step1') wire.send(addressed('hocuspocus', text, step2(Uint8Array.of(0, 0))))
      if (heard.type !== 'step2') return
      waiting.get(text)?.()
      waiting.delete(text)
    },
  })
  return {
    async open(text) {
      await opened
      const { promise, resolve } = Promise.withResolvers<void>()
      waiting.set(text, resolve)
      wire.send(hocuspocusToken(text))
      wire.send(addressed('hocuspocus', text, step1(noState)))
      await promise
    },
    // message 7 closes a document
    close: (text) => wire.send(addressed('hocuspocus', text, Uint8Array.of(7))),
    end: () => wire.end(),
  }
}

import { newId } from '@parley/model'
import { describe, expect, it } from 'vitest'
import { Link, type LinkState } from './link.ts'
import { FakeServer } from './testing/fake-server.ts'

function open() {
  const server = new FakeServer()
  const link = new Link(server.options)
  server.socket.greet()
  return { server, link }
}

const request = () => ({ text: newId<'text'>(), features: [], client: 5, schema: 1 })

/** A channel that writes down what it hears. */
function listener() {
  const heard: unknown[] = []
  return {
    heard,
    opened: () => heard.push('opened'),
    received: (payload: Uint8Array) => heard.push([...payload]),
    closed: (code: number, reason: string) => heard.push([code, reason]),
  }
}

describe('the link', () => {
  it('is open when the server has said hello', () => {
    const server = new FakeServer()
    const link = new Link(server.options)
    expect(link.state).toEqual({ type: 'connecting' })
    server.socket.greet()
    expect(link.state).toEqual({ type: 'open' })
  })

  it('opens channels that were asked for before, and carries what they say', () => {
    const server = new FakeServer()
    const link = new Link(server.options)
    const heard = listener()
    const wanted = request()
    const channel = link.open(wanted, heard)
    expect(server.socket.controls).toEqual([])
    server.socket.greet()
    expect(server.socket.controls).toEqual([{ type: 'open', channel, ...wanted }])
    server.socket.tell({ type: 'opened', channel })
    server.socket.payload(channel, Uint8Array.of(1, 2))
    link.send(channel, Uint8Array.of(3))
    expect(heard.heard).toEqual(['opened', [1, 2]])
    expect(server.socket.payloads).toEqual([{ channel, payload: Uint8Array.of(3) }])
    link.close(channel)
    server.socket.payload(channel, Uint8Array.of(9))
    expect(heard.heard).toHaveLength(2)
    expect(server.socket.controls.at(-1)).toEqual({ type: 'close', channel })
  })

  it('tells a channel why the server closed it, and keeps the others', () => {
    const { server, link } = open()
    const [one, two] = [listener(), listener()]
    const channel = link.open(request(), one)
    link.open(request(), two)
    server.socket.tell({ type: 'closed', channel, code: 4404, reason: 'not-found' })
    expect([one.heard, two.heard]).toEqual([[[4404, 'not-found']], []])
  })

  it('loses its channels with the connection and comes back by itself, later each time, at random', () => {
    const { server, link } = open()
    const states: LinkState['type'][] = []
    link.onState(({ type }) => states.push(type))
    const heard = listener()
    link.open(request(), heard)
    server.socket.drop()
    expect(heard.heard).toEqual([[1006, '']])
    const delays: number[] = []
    for (let time = 0; time < 8; time++) {
      delays.push(...server.runTimers())
      server.socket.drop()
    }
    expect(delays).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000, 5_000])
    server.chance = 0
    server.runTimers()
    server.socket.greet()
    server.socket.drop('going-away')
    expect([...server.timers].map(({ milliseconds }) => milliseconds)).toEqual([0])
    expect(new Set(states)).toEqual(new Set(['offline', 'connecting', 'open']))
  })

  it('comes back with others of a restarted server spread over time', () => {
    const delays: number[] = []
    for (let client = 0; client < 500; client++) {
      const { server } = open()
      for (let time = 0; time < 4; time++) {
        // reason: evenly drawn chances stand for as many clients, and make the same test each time
        server.chance = ((client * 197 + time * 89) % 500) / 500
        server.socket.drop('going-away')
        delays.push(...(time === 3 ? [...server.timers].map(({ milliseconds }) => milliseconds) : []))
        server.runTimers()
      }
    }
    const busiest = Array.from({ length: 40 }, (_, tenth) =>
      delays.filter((delay) => Math.floor(delay / 100) === tenth),
    )
    expect(Math.max(...delays)).toBeLessThan(4_000)
    expect(Math.max(...busiest.map((each) => each.length))).toBeLessThanOrEqual(500 / 40 + 1)
  })

  it('stays away longer where the server says that too many come at once, and never comes together', () => {
    const { server, link } = open()
    server.socket.drop()
    const delays: number[] = []
    for (const chance of [0, 0.5, 1]) {
      server.runTimers()
      server.chance = chance
      server.socket.drop('busy')
      delays.push(...[...server.timers].map(({ milliseconds }) => milliseconds))
    }
    expect(delays).toEqual([2_000, 6_000, 10_000])
    expect(link.state).toEqual({ type: 'offline' })
  })

  it('tries at once when asked to, and not twice', () => {
    const { server, link } = open()
    link.retry()
    server.socket.drop()
    link.retry()
    link.retry()
    expect(server.sockets).toHaveLength(2)
    expect(server.timers.size).toBe(0)
  })

  it('ends for good when the server says so, and with it every channel, old and new', async () => {
    const { server, link } = open()
    const [old, late] = [listener(), listener()]
    link.open(request(), old)
    server.socket.drop('outdated')
    link.open(request(), late)
    await Promise.resolve()
    expect([old.heard, late.heard]).toEqual([[[4426, 'outdated']], [[4426, 'outdated']]])
    expect(link.state).toEqual({ type: 'ended', reason: 'outdated' })
    expect(server.timers.size).toBe(0)
    link.retry()
    expect(server.sockets).toHaveLength(1)
  })

  it('waits for the person to sign in again, and opens then what was asked for meanwhile', () => {
    const { server, link } = open()
    const heard = listener()
    link.open(request(), heard)
    server.socket.drop('signed-out')
    expect([link.state, heard.heard, server.timers.size]).toEqual([{ type: 'signed-out' }, [[1006, '']], 0])
    link.open(request(), heard)
    expect(server.sockets).toHaveLength(1)
    link.retry()
    server.socket.greet()
    expect(server.socket.controls).toMatchObject([{ type: 'open', channel: 2 }])
  })

  it('ends where the server speaks another version', () => {
    const server = new FakeServer()
    const link = new Link(server.options)
    server.socket.greet(2)
    expect(link.state).toEqual({ type: 'ended', reason: 'outdated' })
    expect(server.socket.isClosed).toBe(true)
  })

  it('watches again after a loss', () => {
    const { server, link } = open()
    const project = newId<'project'>()
    link.watch(project)
    server.socket.drop()
    server.runTimers()
    server.socket.greet()
    expect(server.sockets.map(({ controls }) => controls)).toEqual([
      [{ type: 'watch', project }],
      [{ type: 'watch', project }],
    ])
  })

  it('passes over what is no message', () => {
    const { server, link } = open()
    server.socket.onmessage?.({ data: new ArrayBuffer(0) })
    server.socket.onmessage?.({ data: Uint8Array.of(0, 123).buffer })
    server.socket.payload(77, Uint8Array.of(1))
    expect(link.state).toEqual({ type: 'open' })
  })
})

import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { newId, type TextId } from '@parley/model'
import { type ClientControl, closes, encodeFrame } from '@parley/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { controlRate } from './connection.ts'
import { makeSocket } from './socket.ts'
import { Multiplexed } from './testing/clients.ts'
import { type SyncServer, startSyncServer } from './testing/sync-server.ts'

let server: SyncServer
const sockets: WebSocket[] = []

beforeEach(async () => {
  server = await startSyncServer()
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate()
  await server.close()
})

async function multiplexed(name: string): Promise<Multiplexed> {
  const link = new Multiplexed(server.url, name)
  sockets.push(link.socket)
  await link.heard('hello')
  return link
}

const closing = (socket: WebSocket): Promise<number> => once(socket, 'close').then(([code]) => code as number)

const open = (channel: number, text: TextId): ClientControl => ({ type: 'open', channel, text, features: [] })

describe('channel 0', () => {
  it('takes so many messages of one person, over all sockets, and of others all the same', async () => {
    const text = await server.createText('Words')
    const links = [await multiplexed('mal'), await multiplexed('mal'), await multiplexed('mal')]
    const [ann, closed] = [await multiplexed('ann'), links.map(({ socket }) => closing(socket))]
    for (let turn = 0; turn < controlRate.burst; turn++) {
      for (const link of links) {
        if (link.socket.readyState !== WebSocket.OPEN) continue
        link.tell(open(turn + 1, text))
        link.tell({ type: 'close', channel: turn + 1 })
      }
    }
    expect(await Promise.all(closed)).toEqual(links.map(() => closes['too-fast']))
    ann.tell(open(1, text))
    await ann.heard('opened')
  })

  it('is not asked too much by who scrolls, nor by who comes back with five tabs', async () => {
    const texts = await Promise.all(Array.from({ length: 190 }, () => server.createText('Words')))
    const tabs = await Promise.all(Array.from({ length: 5 }, () => multiplexed('ann')))
    for (const tab of tabs) for (const [at, text] of texts.entries()) tab.tell(open(at + 1, text))
    for (const tab of tabs) await tab.heard('opened', ({ channel }) => channel === texts.length)
    // Five texts opened and five closed a second, from each of two tabs.
    expect(controlRate.perSecond).toBeGreaterThanOrEqual(2 * (5 + 5))
    expect(tabs.flatMap(({ controls }) => controls).filter(({ type }) => type === 'closed')).toEqual([])
  })

  it.each([
    [
      'longer than any message',
      Buffer.from(JSON.stringify({ ...open(1, newId()), more: 'x'.repeat(3_000) })),
    ],
    ['nested deeply', Buffer.from('['.repeat(2_000))],
    ['the name of a prototype', Buffer.from('{"__proto__":{"type":"open"}}')],
    ['a lone surrogate', Buffer.from('{"type":"open","channel":1,"text":"\\ud800","features":[]}')],
    ['a channel of no number', Buffer.from('{"type":"close","channel":1e99}')],
  ])('ends the socket on what is %s', async (_what, payload) => {
    const link = await multiplexed('mal')
    const closed = closing(link.socket)
    link.socket.send(encodeFrame(0, payload))
    expect(await closed).toBe(closes['bad-message'])
  })
})

describe('a connection', () => {
  it('is given up when it does not read for so long that its backlog is without measure', () => {
    const calls: string[] = []
    const raw = {
      OPEN: 1,
      readyState: 1,
      bufferedAmount: 0,
      close: (code: number) => calls.push(`close ${code}`),
      terminate: () => calls.push('terminate'),
    }
    const stream = new PassThrough()
    // reason: a socket whose backlog a test can set; the real one is in test/faults
    const socket = makeSocket(raw as unknown as WebSocket, stream)
    socket.send(Uint8Array.of(1))
    raw.bufferedAmount = 100_000_000
    socket.send(Uint8Array.of(2))
    socket.send(Uint8Array.of(3))
    stream.uncork()
    expect(stream.read()).toEqual(Buffer.of(0x82, 1, 1))
    expect(calls).toEqual([`close ${closes['too-slow']}`, 'terminate'])
  })
})

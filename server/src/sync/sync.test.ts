import { once } from 'node:events'
import { newId, personId } from '@parley/model'
import { closes } from '@parley/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WebSocket } from 'ws'
import type { WebsocketProvider } from 'y-websocket'
import { Multiplexed, reading, socketOf, stockProvider, synced, typeInto, until } from './testing/clients.ts'
import { type SyncServer, startSyncServer } from './testing/sync-server.ts'

let server: SyncServer
const providers: WebsocketProvider[] = []
const sockets: WebSocket[] = []

beforeEach(async () => {
  server = await startSyncServer()
})
afterEach(async () => {
  for (const provider of providers.splice(0)) provider.destroy()
  for (const socket of sockets.splice(0)) socket.terminate()
  await server.close()
})

function join(text: Parameters<typeof stockProvider>[1], Socket: unknown) {
  const joined = stockProvider(`${server.url}/sync`, text, Socket)
  providers.push(joined.provider)
  return joined
}

function multiplexed(name: string): Multiplexed {
  const link = new Multiplexed(server.url, name)
  sockets.push(link.socket)
  return link
}

const closing = (socket: WebSocket): Promise<number> => once(socket, 'close').then(([code]) => code as number)

describe('the plain endpoint', () => {
  it('brings two unmodified y-websocket providers together, committed on the way', async () => {
    const text = await server.createText('Words')
    const ann = join(text, socketOf('ann'))
    const bob = join(text, socketOf('bob'))
    await Promise.all([synced(ann.provider), synced(bob.provider)])
    typeInto(ann.doc, ' by Ann')
    await until(bob.doc, () => reading(bob.doc).includes('by Ann'))
    expect(server.plainText(text)).toContain('Words by Ann')
    typeInto(bob.doc, ', by Bob')
    await until(ann.doc, () => reading(ann.doc).includes('by Bob'))
    expect(server.plainText(text)).toContain('Words by Ann, by Bob')
    expect(reading(ann.doc)).toBe(reading(bob.doc))
    const authors = (await server.journal.entries(text, 1, 10)).map(({ author }) => author)
    expect(authors).toMatchObject([{ person: 'ann' }, { person: 'bob' }])
  })

  it('takes what a provider typed before it was connected', async () => {
    const text = await server.createText('Words')
    const ann = join(text, socketOf('ann'))
    await synced(ann.provider)
    ann.provider.disconnect()
    typeInto(ann.doc, ' offline')
    ann.provider.connect()
    const bob = join(text, socketOf('bob'))
    await until(bob.doc, () => reading(bob.doc).includes('offline'))
    expect(server.plainText(text)).toContain('Words offline')
  })

  it('shows carets with the name of who is signed in, not of who is claimed', async () => {
    const text = await server.createText('Words')
    const ann = join(text, socketOf('ann'))
    const bob = join(text, socketOf('bob'))
    ann.provider.awareness.setLocalStateField('user', { name: 'The Boss', color: '#ff0000' })
    const seen = await new Promise<unknown>((resolve) => {
      bob.provider.awareness.on('change', () => {
        const state = bob.provider.awareness.getStates().get(ann.doc.clientID)
        if (state !== undefined) resolve(state.user)
      })
    })
    expect(seen).toEqual({
      person: 'ann',
      name: 'ann',
      party: expect.any(String),
      partyName: 'Client',
      partyKind: 'client',
      color: '#123456',
    })
  })

  it('answers absent, forbidden and impossible texts alike, and finally', async () => {
    const forbidden = await server.createText('Secret')
    server.access.set(personId('eve'), { type: 'none' })
    for (const path of [newId<'text'>(), forbidden, 'nonsense']) {
      const socket = new (socketOf('eve'))(`${server.url}/sync/${path}`)
      sockets.push(socket)
      expect(await closing(socket)).toBe(closes['not-found'])
    }
  })

  it('closes who is not signed in, and refuses pages of other sites before the upgrade', async () => {
    const text = await server.createText('Words')
    const nobody = new (socketOf('-'))(`${server.url}/sync/${text}`)
    sockets.push(nobody)
    expect(await closing(nobody)).toBe(closes['signed-out'])
    const foreign = new (socketOf('ann', { origin: 'https://evil.example' }))(`${server.url}/sync/${text}`)
    sockets.push(foreign)
    const [error] = await once(foreign, 'error')
    expect(String(error)).toContain('403')
  })

  it('closes a stock provider whose update is refused, which then stays away', async () => {
    const text = await server.createText('Words')
    server.access.set(personId('eve'), {
      type: 'read',
      reason: 'role',
      membership: { party: newId<'party'>(), partyKind: 'client', partyName: 'Client' },
    })
    const eve = join(text, socketOf('eve'))
    await synced(eve.provider)
    const closed = new Promise<{ code: number }>((resolve) => eve.provider.on('closed', resolve))
    typeInto(eve.doc, ' by Eve')
    expect((await closed).code).toBe(closes.refused)
    expect(eve.provider.shouldConnect).toBe(false)
    expect(server.plainText(text)).not.toContain('Eve')
  })

  it.each([
    ['a text message', 'hello', 'bad-message'],
    ['no message at all', Uint8Array.of(), 'bad-message'],
    ['a truncated update', Uint8Array.of(0, 2, 200), 'bad-message'],
    ['a type of no version', Uint8Array.of(77), 'unknown-message'],
  ] as const)('closes on %s', async (_name, frame, reason) => {
    const text = await server.createText('Words')
    const socket = new (socketOf('ann'))(`${server.url}/sync/${text}`)
    sockets.push(socket)
    socket.on('open', () => socket.send(frame))
    expect(await closing(socket)).toBe(closes[reason])
  })
})

describe('the multiplexed endpoint', () => {
  it('carries two unmodified providers over two sockets, several texts over one', async () => {
    const [one, two] = [await server.createText('One'), await server.createText('Two')]
    const [ann, bob] = [multiplexed('ann'), multiplexed('bob')]
    const [annOne, annTwo] = [join(one, ann.channelClass(one)), join(two, ann.channelClass(two))]
    const [bobOne, bobTwo] = [join(one, bob.channelClass(one)), join(two, bob.channelClass(two))]
    for (const { provider } of [annOne, annTwo, bobOne, bobTwo]) await synced(provider)
    typeInto(annOne.doc, ' by Ann')
    typeInto(bobTwo.doc, ' by Bob')
    await until(bobOne.doc, () => reading(bobOne.doc).includes('One by Ann'))
    await until(annTwo.doc, () => reading(annTwo.doc).includes('Two by Bob'))
    expect(server.plainText(one)).toContain('One by Ann')
    expect(server.plainText(two)).toContain('Two by Bob')
    expect(ann.controls[0]).toEqual({ type: 'hello', version: 1 })
  })

  it('closes a channel that may not be, and leaves the socket', async () => {
    const link = multiplexed('ann')
    await link.heard('hello')
    link.tell({ type: 'open', channel: 1, text: newId<'text'>(), features: [] })
    expect(await link.heard('closed')).toMatchObject({ channel: 1, code: closes['not-found'] })
    const text = await server.createText('Words')
    link.tell({ type: 'open', channel: 2, text, features: [] })
    expect(await link.heard('opened')).toEqual({ type: 'opened', channel: 2 })
  })

  it('tells who watches a project of texts and people, numbered', async () => {
    const text = await server.createText('Words')
    const link = multiplexed('ann')
    await link.heard('hello')
    link.tell({ type: 'watch', project: server.project })
    await link.heard('watching')
    const bob = join(text, socketOf('bob'))
    await synced(bob.provider)
    typeInto(bob.doc, ' by Bob')
    const told = await link.heard('event', ({ event }) => event.type === 'text')
    expect(told.event).toMatchObject({ text, seq: 2 })
    expect(JSON.stringify(told.event)).toContain('Words by Bob')
    await link.heard('event', ({ event }) => event.type === 'presence' && event.people.length === 1)
    const seqs = link.controls.filter((message) => message.type === 'event').map(({ seq }) => seq)
    expect(seqs).toEqual(seqs.map((_, at) => at + 1))
  })

  it('watches no project of others, and tells who is removed that they left', async () => {
    const link = multiplexed('ann')
    await link.heard('hello')
    link.tell({ type: 'watch', project: newId<'project'>() })
    await link.heard('not-watching')
    link.tell({ type: 'watch', project: server.project })
    await link.heard('watching')
    server.access.set(personId('ann'), { type: 'none' })
    server.sync.recheck(server.project)
    await link.heard('event', ({ event }) => event.type === 'left')
    server.sync.hub.publish(server.project, () => ({ type: 'resync' }))
    await server.sync.hub.settled(server.project)
    link.tell({ type: 'open', channel: 1, text: newId<'text'>(), features: [] })
    await link.heard('closed')
    expect(link.controls.some((each) => each.type === 'event' && each.event.type === 'resync')).toBe(false)
  })

  it('closes the channels of who loses the right to read, at once', async () => {
    const text = await server.createText('Words')
    const link = multiplexed('ann')
    await link.heard('hello')
    link.tell({ type: 'open', channel: 1, text, features: [] })
    await link.heard('opened')
    server.access.set(personId('ann'), { type: 'none' })
    server.sync.recheck(server.project)
    expect(await link.heard('closed')).toMatchObject({ channel: 1, code: closes['not-found'] })
  })

  it('closes the sockets of a session that was signed out', async () => {
    const link = multiplexed('ann')
    await link.heard('hello')
    const closed = closing(link.socket)
    server.sync.signedOut('session-ann')
    expect(await closed).toBe(closes['signed-out'])
  })

  it('closes on what is no message', async () => {
    for (const frame of [Uint8Array.of(), Uint8Array.of(0, 123), Uint8Array.of(0xff)]) {
      const link = multiplexed('ann')
      await link.heard('hello')
      link.socket.send(frame)
      expect(await closing(link.socket)).toBe(closes['bad-message'])
    }
  })

  it('ends with going-away when the server stops, after everything is stored', async () => {
    const text = await server.createText('Words')
    const link = multiplexed('ann')
    const ann = join(text, link.channelClass(text))
    await synced(ann.provider)
    typeInto(ann.doc, ' at the last moment')
    await link.heard('hello')
    link.tell({ type: 'open', channel: 99, text, features: [] })
    await link.heard('opened', ({ channel }) => channel === 99)
    const closed = closing(link.socket)
    await server.sync.close(1_000)
    expect(await closed).toBe(closes['going-away'])
    expect(server.plainText(text)).toContain('at the last moment')
  })
})

describe('a storm of connections', () => {
  it('is told to come back later beyond the rate, before anybody is asked who they are', async () => {
    const busy = await startSyncServer({}, { perSecond: 0, burst: 2, addressShare: 1 })
    const opened = ['ann', 'nobody-knows', 'bob', 'cem'].map(
      (name) => new (socketOf(name))(`${busy.url}/sync`),
    )
    sockets.push(...opened)
    const codes: (number | 'hello')[] = await Promise.all(
      opened.map((socket) =>
        Promise.race([closing(socket), once(socket, 'message').then(() => 'hello' as const)]),
      ),
    )
    expect(codes.filter((code) => code === closes.busy)).toHaveLength(2)
    expect(codes.filter((code) => code !== closes.busy)).toHaveLength(2)
    for (const socket of opened) socket.terminate()
    await busy.close()
  })
})

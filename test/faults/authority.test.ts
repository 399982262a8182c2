import { once } from 'node:events'
import { closes, decodeControl, decodeFrame, encodeControl, serverControlSchema } from '@parley/protocol'
import { updateFrameOf } from '@parley/rooms/testing'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { type ApiClient, createApiClient, type Parley, startParley } from '../browser/index.ts'
import { Attacker } from './attacker.ts'
import { LiveClient } from './live-client.ts'
import { type SampleRefinement, setUpRefinement } from './set-up-refinement.ts'
import { readStoredText } from './stored-text.ts'

let parley: Parley
let refinement: SampleRefinement

beforeAll(async () => {
  parley = await startParley()
  refinement = await setUpRefinement(parley.url)
})
afterAll(() => parley[Symbol.asyncDispose]())

async function enter(session: ApiClient, at = 0, door: 'plain' | 'channel' = 'plain'): Promise<LiveClient> {
  const text = refinement.texts[at] ?? expect.unreachable()
  const client = new LiveClient({ url: parley.url, text, session, door })
  onTestFinished(() => client.drop())
  await client.inStep()
  return client
}

const stored = (at = 0) =>
  readStoredText({ folder: parley.dataFolder }, refinement.texts[at] ?? expect.unreachable())

function socketOf(session: ApiClient, path: string, origin = parley.url): WebSocket {
  const cookie = [...session.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const socket = new WebSocket(parley.url.replace('http', 'ws') + path, { headers: { cookie, origin } })
  socket.on('error', () => {})
  onTestFinished(() => socket.terminate())
  return socket
}

const closing = async (socket: WebSocket): Promise<unknown> => (await once(socket, 'close'))[0]

describe('on the real server', () => {
  it('a provider that was not chosen finds no text and no project, by any door', async () => {
    const [text] = refinement.texts
    const { session: rita } = refinement.rita
    expect(await closing(socketOf(rita, `/sync/${text}`))).toBe(closes['not-found'])
    const socket = socketOf(rita, '/sync')
    await once(socket, 'open')
    const told: unknown[] = []
    const answered = new Promise<void>((resolve) => {
      socket.on('message', (data) => {
        const frame = decodeFrame(new Uint8Array(data as ArrayBuffer))
        if (frame === null) throw new Error('expected a frame')
        told.push(decodeControl(serverControlSchema, frame.payload))
        if (told.length === 2) resolve()
      })
    })
    if (text === undefined) throw new Error('expected a text')
    socket.send(encodeControl({ type: 'open', channel: 1, text, features: [] }))
    await answered
    expect(told[1]).toMatchObject({ type: 'closed', reason: 'not-found' })
  })

  it('somebody who may comment writes nothing, and deletes nothing of others', async () => {
    const { session, person } = await refinement.project.join('Cora', 'commenter')
    const ann = await enter(refinement.ann.session)
    ann.type('precious')
    await ann.saved()
    for (const door of ['plain', 'channel'] as const) {
      const cora = await enter(session, 0, door)
      cora.doc.getXmlFragment('content').delete(0, 1)
      await cora.until('it was refused', () => cora.told.some(({ type }) => type === 'rejected'))
      expect(cora.told).toContainEqual({ type: 'rejected', code: 'read-only' })
    }
    const { words, entries } = await stored()
    expect(words).toContain('precious')
    expect(entries.map(({ person_id }) => person_id)).not.toContain(person)
  })

  it('words of another that are sent again stay that other’s', async () => {
    const { ann, paul } = refinement
    const [writer, thief] = [await enter(ann.session, 1), await enter(paul.session, 1)]
    const updates: Uint8Array[] = []
    thief.doc.on('update', (update: Uint8Array) => updates.push(update))
    writer.type('mine')
    await writer.saved()
    await thief.until('the words came', () => thief.words.includes('mine'))
    const before = (await stored(1)).entries.length
    const attacker = await Attacker.enter(
      parley.url,
      paul.session,
      refinement.texts[1] ?? expect.unreachable(),
      'plain',
    )
    onTestFinished(() => attacker.leave())
    for (const update of [...updates, Y.encodeStateAsUpdate(writer.doc)]) attacker.send(updateFrameOf(update))
    await attacker.heard()
    thief.type('his')
    await thief.saved()
    const { entries } = await stored(1)
    expect(entries.slice(before).map(({ person_id }) => person_id)).toEqual([paul.person])
    expect(entries[before - 1]?.person_id).toBe(ann.person)
  })

  it('words that somebody announced, and another sends first, are refused', async () => {
    const { ann, paul } = refinement
    const [writer, thief] = [await enter(ann.session, 2, 'channel'), await enter(paul.session, 2)]
    const stolen = new Y.Doc()
    Y.applyUpdate(stolen, Y.encodeStateAsUpdate(thief.doc))
    stolen.clientID = writer.doc.clientID
    const before = Y.encodeStateVector(stolen)
    const title = stolen.getXmlFragment('content').get(0)
    if (!(title instanceof Y.XmlElement)) throw new Error('expected a title')
    title.insert(0, [new Y.XmlText('stolen')])
    Y.applyUpdate(thief.doc, Y.encodeStateAsUpdate(stolen, before))
    await thief.until('it was refused', () => thief.told.some(({ type }) => type === 'rejected'))
    expect(thief.told).toContainEqual({ type: 'rejected', code: 'client-id-taken' })
    expect((await stored(2)).words).not.toContain('stolen')
  })

  it('a caret bears the name of who is signed in', async () => {
    const { ann, paul } = refinement
    const [viewer, liar] = [await enter(ann.session, 3), await enter(paul.session, 3)]
    const caret = { anchor: { tname: 'content' }, head: { tname: 'content' } }
    liar.show({ user: { name: 'The Boss', party: 'Client' }, cursor: caret })
    await viewer.until('the caret came', () => viewer.presence.getStates().has(liar.doc.clientID))
    expect(viewer.presence.getStates().get(liar.doc.clientID)).toMatchObject({ user: { name: 'Paul' } })
    liar.show({ user: { name: 'Ann' }, cursor: caret }, viewer.doc.clientID)
    liar.type('after')
    await liar.saved()
    await viewer.until('the words came', () => viewer.words.includes('after'))
    const names = [...viewer.presence.getStates().values()].map((state) => state.user?.name)
    expect(names).not.toContain('The Boss')
  })

  it('a session that was ended everywhere ends its sockets, and opens no more', async () => {
    const again = createApiClient(parley.url)
    const account = { email: 'paul@example.org', password: 'a long enough pass phrase' }
    await again.call('POST', '/api/auth/sign-in/email', account)
    const stale = createApiClient(parley.url)
    await stale.call('POST', '/api/auth/sign-in/email', account)
    const cookies = new Map(stale.cookies)
    const socket = socketOf(stale, '/sync')
    await once(socket, 'message')
    const closed = closing(socket)
    await again.call('POST', '/api/auth/revoke-sessions', {})
    expect(await closed).toBe(closes['signed-out'])
    const late = socketOf({ ...stale, cookies }, `/sync/${refinement.texts[4]}`)
    expect(await closing(late)).toBe(closes['signed-out'])
  })

  it('a page of another site opens no socket, whoever is signed in', async () => {
    const socket = socketOf(refinement.ann.session, '/sync', 'https://evil.example')
    const [, answer] = await once(socket, 'unexpected-response')
    expect(answer.statusCode).toBe(403)
  })
})

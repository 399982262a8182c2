import { paragraph, textContent } from '@parley/document'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { storeKinds } from '../store/testing/temporary-store.ts'
import {
  addRequirement,
  addSection,
  codeOf,
  prepareRefinement,
  type Refinement,
} from '../testing/refinement.ts'
import type { TestClient } from '../testing/test-client.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

describe.each(storeKinds)('threads on %s', { timeout: 30_000 }, (kind) => {
  let server: TestServer
  let parley: Refinement
  let section: string
  let requirement: { id: string; text: { id: string } }
  beforeAll(async () => {
    server = await startTestServer(kind)
    parley = await prepareRefinement(server)
    section = (await addSection(parley.ada, parley.base, 'Chapter')).id
    await parley.start()
  })
  afterAll(() => server.remove())
  beforeEach(async () => {
    const { ada, base } = parley
    requirement = await addRequirement(ada, base, section, 'Backups', {
      statement: 'Copies are made every day.',
    })
  })

  const open = (person: TestClient, audience: readonly string[], change: object = {}) =>
    person.post(`${parley.base}/threads`, {
      requirement: requirement.id,
      audience,
      anchor: null,
      body: 'What about tapes?',
      ...change,
    })
  const shared = () => [parley.client, parley.provider]
  const threadsOf = async (person: TestClient) =>
    (await person.get(`${parley.base}/threads?requirement=${requirement.id}`)).body.threads
  const countsOf = async (person: TestClient) =>
    (await person.get(`${parley.base}/requirements/${requirement.id}`)).body.threads
  const write = (words: string) =>
    parley.ada.patch(`${parley.base}/texts/${requirement.text.id}`, {
      content: textContent('Backups', words === '' ? [] : [paragraph(words)]),
    })

  it('reach their audience, which others do not even count', async () => {
    const { ada, bob, client, provider } = parley
    const between = (await open(ada, shared())).body
    expect(between).toMatchObject({
      requirement: requirement.id,
      state: 'open',
      anchor: null,
      comments: [{ body: 'What about tapes?', author: { name: 'Ada Client', party: client } }],
    })
    await open(ada, [client])
    await open(bob, [provider])
    expect((await threadsOf(ada)).map((one: { audience: string[] }) => one.audience)).toEqual([
      [client, provider],
      [client],
    ])
    expect((await threadsOf(bob)).map((one: { audience: string[] }) => one.audience)).toEqual([
      [client, provider],
      [provider],
    ])
    expect(await countsOf(bob)).toEqual({ open: 2, resolved: 0 })
  })

  it('are opened for no audience but those offered', async () => {
    const { ada, bob, client, provider } = parley
    for (const audience of [[provider], [client, client], [provider, 'a'.repeat(21)], ['a'.repeat(21)]]) {
      expect(codeOf(await open(ada, audience)), audience.join()).toBe('not-allowed')
    }
    expect(codeOf(await open(bob, [client]))).toBe('not-allowed')
    expect(await threadsOf(ada)).toEqual([])
  })

  it('are answered, resolved and reopened by either side, and absent for who does not receive them', async () => {
    const { ada, bob, base, client } = parley
    const { id } = (await open(ada, shared())).body
    const path = `${base}/threads/${id}`
    const replied = await bob.post(`${path}/comments`, { body: 'Tapes too.' })
    expect(replied.status).toBe(201)
    expect(replied.body.comments.map((one: { body: string }) => one.body)).toEqual([
      'What about tapes?',
      'Tapes too.',
    ])
    expect((await bob.patch(path, { state: 'resolved' })).body).toMatchObject({
      state: 'resolved',
      resolvedBy: 'Lead of Hosting AG',
    })
    expect(await countsOf(ada)).toEqual({ open: 0, resolved: 1 })
    expect((await ada.patch(path, { state: 'open' })).body).toMatchObject({ state: 'open', resolvedBy: null })
    const secret = (await open(ada, [client])).body.id
    for (const thread of [secret, 'a'.repeat(21)]) {
      const answers = [
        await bob.post(`${base}/threads/${thread}/comments`, { body: 'x' }),
        await bob.patch(`${base}/threads/${thread}`, { state: 'resolved' }),
      ]
      expect(answers.map(codeOf)).toEqual(['not-found', 'not-found'])
    }
  })

  it('have comments that only their author edits', async () => {
    const { ada, bob, base } = parley
    const { comments } = (await open(ada, shared())).body
    const path = `${base}/comments/${comments[0].id}`
    expect(codeOf(await bob.patch(path, { body: 'Mine now' }))).toBe('not-allowed')
    expect((await ada.patch(path, { body: 'And tapes?' })).body.comments).toMatchObject([
      { body: 'And tapes?', editedAt: expect.any(String) },
    ])
    const secret = (await open(ada, [parley.client])).body.comments[0].id
    expect(codeOf(await bob.patch(`${base}/comments/${secret}`, { body: 'x' }))).toBe('not-found')
    expect(codeOf(await ada.patch(path, { body: '   ' }))).toBe('invalid-input')
  })

  it('are for commenters, not for viewers', async () => {
    const commenter = await parley.join(parley.bob, 'commenter', `commenter ${kind} ${requirement.id}`)
    const viewer = await parley.join(parley.bob, 'viewer', `viewer ${kind} ${requirement.id}`)
    expect((await open(commenter, shared())).status).toBe(201)
    expect(codeOf(await open(viewer, shared()))).toBe('not-allowed')
    expect(codeOf(await open(viewer, [parley.provider]))).toBe('not-allowed')
    expect(await threadsOf(viewer)).toHaveLength(1)
  })

  it('stand on words, whose quote the server takes from the text', async () => {
    const { anchor } = (await open(parley.ada, shared(), { anchor: { quote: 'every day' } })).body
    expect(anchor).toMatchObject({
      text: requirement.text.id,
      quote: 'every day',
      range: { from: 26, to: 35 },
    })
    const { start, end } = anchor
    const forged = { start, end, quote: 'something I never read' }
    expect((await open(parley.bob, shared(), { anchor: forged })).body.anchor).toEqual(anchor)
    const unknown = { start: 'AAAA', end: 'AAAA', quote: 'nowhere to be found' }
    expect(codeOf(await open(parley.bob, shared(), { anchor: unknown }))).toBe('quote-not-found')
  })

  it('follow their words, are detached when these go and attached when they come back', async () => {
    const { id } = (await open(parley.ada, shared(), { anchor: { quote: 'every day' } })).body
    const anchorNow = async () =>
      (await threadsOf(parley.bob)).find((one: { id: string }) => one.id === id).anchor
    await write('All copies are made every day.')
    expect((await anchorNow()).range).toEqual({ from: 30, to: 39 })
    await write('All copies are made.')
    expect(await anchorNow()).toMatchObject({ range: null, quote: 'every day' })
    await write('All copies are made every day, at night.')
    expect(await anchorNow()).toMatchObject({ range: { from: 30, to: 39 }, quote: 'every day' })
    await write('So all copies are made every day, at night.')
    expect((await anchorNow()).range).toEqual({ from: 33, to: 42 })
  })

  it('are not opened on a requirement of another project or before there is anything to read', async () => {
    expect(codeOf(await open(parley.ada, shared(), { requirement: 'a'.repeat(21) }))).toBe('not-found')
    const stranger = server.client()
    expect(codeOf(await stranger.get(`${parley.base}/threads`))).toBe('not-signed-in')
  })
})

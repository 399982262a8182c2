import type { ProjectId } from '@parley/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Multiplexed, stockProvider, synced } from '../sync/testing/clients.ts'
import { expectStatus, password } from '../testing/people.ts'
import { type Recorder, record } from '../testing/recorder.ts'
import {
  addRequirement,
  addSection,
  answer,
  prepareRefinement,
  type Refinement,
} from '../testing/refinement.ts'
import type { TestClient } from '../testing/test-client.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'
import { unzipText } from '../testing/unzip.ts'

/** Each stands in one private place of the client; `seen` are those that the client itself must have read. */
const canary = (place: string) => `canary-${place}`
const places = [
  'withdrawn-section',
  'withdrawn-title',
  'withdrawn-statement',
  'withdrawn-verification',
  'withdrawn-parameter',
  'snapshot-name',
  'snapshot-note',
  'early-thread',
  'thread',
  'reply',
  'edited',
  'quoted',
  'deleted',
]

describe('the private words of a client', { timeout: 60_000 }, () => {
  let server: TestServer
  let parley: Refinement
  let open: { id: string; text: { id: string } }
  let links: Multiplexed[]
  let byAda: Recorder
  let byBob: Recorder
  /** Ids of private things: acting on them must be like acting on nothing. */
  const secrets: Record<string, string> = {}

  const watch = async (client: TestClient) => {
    const { email } = (await client.get('/api/me')).body.person
    const signedIn = await client.post('/api/auth/sign-in/email', { email, password })
    const link = new Multiplexed(
      server.url.replace('http', 'ws'),
      signedIn.headers.get('set-auth-token') ?? '',
    )
    await link.heard('hello')
    link.tell({ type: 'watch', project: parley.project as ProjectId })
    await link.heard('watching')
    return link
  }

  beforeAll(async () => {
    server = await startTestServer()
    parley = await prepareRefinement(server)
    const { ada, bob, base, client } = parley
    links = [await watch(ada), await watch(bob)]
    const [adaLink, bobLink] = links
    if (!adaLink || !bobLink) throw new Error('expected two links')
    byAda = record(ada, adaLink)
    byBob = record(bob, bobLink)

    const chapter = await addSection(ada, base, 'Chapter')
    open = await addRequirement(ada, base, chapter.id, 'Open to both', { statement: 'Words for both sides.' })
    const section = await addSection(ada, base, canary('withdrawn-section'))
    const hidden = await addRequirement(ada, base, section.id, canary('withdrawn-title'), {
      statement: canary('withdrawn-statement'),
      fields: { verification: canary('withdrawn-verification') },
    })
    const parameter = { kind: 'text', unit: '', choices: [], filler: 'both', value: null }
    const blank = await ada.post(`${base}/requirements/${hidden.id}/parameters`, {
      ...parameter,
      label: canary('withdrawn-parameter'),
    })
    const note = { name: canary('snapshot-name'), note: canary('snapshot-note'), kind: 'working' }
    expectStatus(await ada.post(`${base}/snapshots`, note), 201)
    const early = await openThread(canary('early-thread'), null)
    await ada.post(`${base}/sections/${section.id}/withdrawal`, { withdrawn: true })
    const wording = `${base}/texts/${open.text.id}`
    const { content } = (await ada.patch(wording, { title: `Open to both ${canary('deleted')}` })).body
    expect(JSON.stringify(content)).toContain(canary('deleted'))
    await ada.patch(wording, { title: 'Open to both' })
    await parley.start()

    const thread = await openThread(canary('thread'), { quote: 'both sides' })
    const replied = await ada.post(`${base}/threads/${thread.id}/comments`, { body: 'to be edited' })
    const comment = replied.body.comments[1].id
    expectStatus(await ada.patch(`${base}/comments/${comment}`, { body: canary('edited') }), 200)
    expectStatus(await ada.post(`${base}/threads/${thread.id}/comments`, { body: canary('reply') }), 201)
    // Words that were open for a moment, quoted in private, are no longer in the text.
    const quoted = await addRequirement(ada, base, chapter.id, 'Quoted', { statement: 'plain' })
    await openThread(canary('quoted'), { quote: 'plain' }, quoted.id)
    await ada.patch(`${base}/threads/${thread.id}`, { state: 'resolved' })
    await ada.patch(`${base}/threads/${thread.id}`, { state: 'open' })
    await ada.patch(`${base}/texts/${open.text.id}`, { title: 'Open to both sides' })
    expectStatus(await ada.post(`${base}/snapshots`, { name: 'Two', note: '', kind: 'working' }), 201)
    Object.assign(secrets, {
      section: section.id,
      requirement: hidden.id,
      text: hidden.text.id,
      parameter: blank.body.id,
      thread: thread.id,
      early: early.id,
      comment,
      party: client,
    })
  })
  afterAll(async () => {
    for (const link of links) link.socket.close()
    await server.remove()
  })

  async function openThread(body: string, anchor: object | null, requirement = open.id) {
    const { ada, base, client } = parley
    const thread = { requirement, audience: [client], anchor, body }
    return expectStatus(await ada.post(`${base}/threads`, thread), 201).body
  }

  /** Reads all there is to read. */
  async function readEverything(person: TestClient) {
    const { base } = parley
    const { snapshots } = (await person.get(`${base}/snapshots`)).body
    const versions = ['now', ...snapshots.map((one: { number: number }) => String(one.number)), '1', '2']
    for (const path of ['', '/people', '/document', '/threads']) await person.get(`${base}${path}`)
    for (const version of versions) {
      await person.get(`${base}/versions/${version}`)
      await person.get(`${base}/export.md?version=${version}&private=1&threads=1`)
      for (const other of versions) await person.get(`${base}/compare?from=${version}&to=${other}`)
    }
    for (const requirement of [open.id, secrets.requirement]) {
      await person.get(`${base}/requirements/${requirement}`)
      await person.get(`${base}/requirements/${requirement}/guidance`)
      await person.get(`${base}/threads?requirement=${requirement}`)
      await person.get(`${base}/requirements/${requirement}/positions/${secrets.party}/basis`)
    }
  }

  async function workbook(person: TestClient): Promise<string> {
    const path = `${parley.base}/export.xlsx?private=1&threads=1`
    const response = await fetch(`${server.url}${path}`, { headers: { cookie: person.cookie } })
    expect(response.status).toBe(200)
    return unzipText(new Uint8Array(await response.arrayBuffer()))
  }

  /** Resolves when the person has been told of everything up to now. */
  async function caughtUp(link: Multiplexed | undefined) {
    const name = `Marker ${Math.random()}`
    await parley.ada.patch(parley.base, { name })
    await link?.heard('event', ({ event }) => event.type === 'project' && event.project.name === name)
  }

  it('are read by the client in every place', async () => {
    await readEverything(parley.ada)
    await caughtUp(links[0])
    const heard = byAda.heard()
    for (const place of places) expect(heard, place).toContain(canary(place))
    expect(await workbook(parley.ada)).toContain(canary('thread'))
  })

  it('reach the provider in no answer, no file, no event', async () => {
    await readEverything(parley.bob)
    await caughtUp(links[1])
    expect(byBob.heard()).toContain('Open to both sides')
    expect(byBob.heard()).not.toMatch(/canary/i)
    expect(await workbook(parley.bob)).not.toMatch(/canary/i)
    for (const [name, id] of Object.entries(secrets)) {
      if (name !== 'party') expect(byBob.heard(), name).not.toContain(id)
    }
  })

  it('cannot be probed: acting on them is like acting on nothing', async () => {
    const { bob, base } = parley
    const nothing = 'a'.repeat(21)
    const place = { section: secrets.section, parent: null, after: null }
    const probes = (ids: Record<string, string>): readonly [string, string, object?][] => [
      ['GET', `/requirements/${ids.requirement}`],
      ['PATCH', `/requirements/${ids.requirement}`, { fields: { strength: 'MAY' } }],
      ['POST', `/requirements/${ids.requirement}/parameters`, { label: 'x', ...blankFields }],
      [
        'PUT',
        `/requirements/${ids.requirement}/position`,
        { stance: 'agreed', words: '', fingerprint: '0'.repeat(64) },
      ],
      ['PATCH', `/parameters/${ids.parameter}`, { value: 'x' }],
      ['DELETE', `/parameters/${ids.parameter}`],
      ['PATCH', `/texts/${ids.text}`, { title: 'x' }],
      ['PATCH', `/threads/${ids.thread}`, { state: 'resolved' }],
      ['POST', `/threads/${ids.thread}/comments`, { body: 'x' }],
      ['PATCH', `/comments/${ids.comment}`, { body: 'x' }],
      [
        'POST',
        `/threads`,
        { requirement: ids.requirement, audience: [parley.provider], anchor: null, body: 'x' },
      ],
      ['POST', `/requirements/${open.id}/move`, { ...place, section: ids.section }],
    ]
    const none = Object.fromEntries(Object.keys(secrets).map((name) => [name, nothing]))
    const [real, imaginary] = [probes(secrets), probes(none)]
    for (const [at, [method, path, body]] of real.entries()) {
      const [, otherPath = '', otherBody] = imaginary[at] ?? []
      const told = await bob.send(method, `${base}${path}`, body)
      const absent = await bob.send(method, `${base}${otherPath}`, otherBody)
      expect(told.status, path).toBeGreaterThanOrEqual(400)
      expect([told.status, told.body], path).toEqual([absent.status, absent.body])
    }
  })

  const blankFields = { kind: 'text', unit: '', choices: [], filler: 'both', value: null }

  it('cannot be joined live', async () => {
    const [, bobLink] = links
    const text = secrets.text as Parameters<typeof stockProvider>[1]
    const { provider } = stockProvider('ws://unused', text, bobLink?.channelClass(text))
    const closed = await bobLink?.heard('closed')
    expect(closed).toMatchObject({ code: 4404, reason: 'not-found' })
    provider.destroy()
  })

  it('are told at no moment: what happens in private makes no event for the other side', async () => {
    const { ada, base } = parley
    const [, bobLink] = links
    await caughtUp(bobLink)
    const before = bobLink?.controls.length ?? 0
    const thread = await openThread('another', { quote: 'both sides' })
    await ada.post(`${base}/threads/${thread.id}/comments`, { body: 'and again' })
    await ada.patch(`${base}/threads/${thread.id}`, { state: 'resolved' })
    await caughtUp(bobLink)
    const events = bobLink?.controls.slice(before).map((one) => one.type === 'event' && one.event.type)
    expect(events).toEqual(['project'])
  })

  it('of the provider are as safe from the client', async () => {
    const { ada, bob, base, provider } = parley
    const own = { requirement: open.id, audience: [provider], anchor: null, body: 'kept-by-provider' }
    expectStatus(await bob.post(`${base}/threads`, own), 201)
    await answer(bob, base, open.id, 'not-agreed', 'told-to-client')
    await readEverything(ada)
    await caughtUp(links[0])
    expect(byAda.heard()).toContain('told-to-client')
    expect(byAda.heard()).not.toContain('kept-by-provider')
    expect(await workbook(ada)).not.toContain('kept-by-provider')
    expect(await workbook(bob)).toContain('kept-by-provider')
  })

  it('leave open texts open: the provider joins those it may', async () => {
    const [, bobLink] = links
    const text = open.text.id as Parameters<typeof stockProvider>[1]
    const { doc, provider } = stockProvider('ws://unused', text, bobLink?.channelClass(text))
    await synced(provider)
    expect(JSON.stringify(doc.getXmlFragment('content'))).toContain('Words for both sides')
    provider.destroy()
    expect(byBob.heard()).not.toMatch(/canary/i)
  })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptAs, createProject, expectStatus, joinAsProvider, setUpAda } from '../testing/people.ts'
import type { TestClient } from '../testing/test-client.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

/** Words that stand for a rival; none may reach the other bidder in any form. */
const rival = 'Canary Hosting'

describe('what bidders learn of each other', () => {
  let server: TestServer
  let ada: TestClient
  let project: string
  let first: { client: TestClient; party: string }
  let second: { client: TestClient; party: string }
  const heard: string[] = []

  beforeAll(async () => {
    server = await startTestServer()
    const { ada: lead, organisation } = await setUpAda(server)
    ada = lead
    project = await createProject(ada, organisation, { kind: 'template', language: 'en' })
    second = await joinAsProvider(server, ada, project, 'Second Bidder')
    first = await joinAsProvider(server, ada, project, rival)
    const colleague = await first.client.post(`/api/projects/${project}/invitations`, {
      into: { party: first.party },
      email: null,
      role: 'editor',
      function: 'legal',
    })
    await acceptAs(server, colleague.body.link, 'Canary Colleague')
    await first.client.post(`/api/projects/${project}/invitations`, {
      into: { party: first.party },
      email: 'canary@waiting.example',
      role: 'viewer',
      function: 'auditor',
    })
  })
  afterAll(() => server.remove())

  const listen = async (client: TestClient) => {
    const paths = ['/api/me', '/api/projects', `/api/projects/${project}`, `/api/projects/${project}/people`]
    for (const path of paths) {
      const answer = await client.get(path)
      heard.push(JSON.stringify([answer.body, ...answer.headers]))
    }
    return heard.join('\n')
  }

  it('is nothing: neither names nor people, ids nor counts', async () => {
    const all = await listen(second.client)
    expect(all).not.toMatch(/canary/i)
    expect(all).not.toContain(first.party)
    const { parties, invitations } = (await second.client.get(`/api/projects/${project}/people`)).body
    expect(parties.map((party: { kind: string }) => party.kind)).toEqual(['client', 'provider'])
    expect(invitations).toEqual([])
  })

  it('before the phase comes, no word but the project’s name and who invited', async () => {
    const view = (await second.client.get(`/api/projects/${project}`)).body
    expect(view).toMatchObject({
      name: 'Data centre',
      invitedBy: 'Ada Client',
      rights: { readDocument: false, editStatements: false },
      audiences: [],
    })
    const { parties } = (await second.client.get(`/api/projects/${project}/people`)).body
    expect(parties[0]).toMatchObject({ organisation: { name: 'Client plc' }, members: [] })
    expect((await second.client.get('/api/projects')).body[0]).toMatchObject({
      requirements: null,
      provider: null,
    })
    expect(JSON.stringify([view, parties])).not.toContain('ada@client.example')
  })

  it('is nothing when the rival is selected either', async () => {
    const moved = await ada.post(`/api/projects/${project}/refinement`, { provider: first.party })
    expectStatus(moved, 200)
    expect((await first.client.get(`/api/projects/${project}`)).body.rights.readDocument).toBe(true)
    const all = await listen(second.client)
    expect(all).not.toMatch(/canary/i)
    expect(all).not.toContain(first.party)
    expect((await second.client.get('/api/projects')).body[0]).toMatchObject({
      requirements: null,
      provider: null,
    })
  })

  it('of invitations: the client does not see whom a provider invites', async () => {
    const people = JSON.stringify((await ada.get(`/api/projects/${project}/people`)).body)
    expect(people).not.toContain('canary@waiting.example')
    expect(people).toContain('Canary Colleague')
  })

  it('of copies: who may not read a project cannot copy it', async () => {
    const { organisations } = (await second.client.get('/api/me')).body
    const copy = {
      name: 'Copy',
      language: 'en',
      organisation: organisations[0].id,
      source: { kind: 'copy', project },
    }
    expect((await second.client.post('/api/projects', copy)).body.code).toBe('not-found')
    const { preview } = { preview: { source: { kind: 'copy', project } } }
    expect((await second.client.post('/api/imports/preview', preview)).body.code).toBe('not-found')
  })

  it('of refusals: acting on a rival is like acting on nobody', async () => {
    const absent = await second.client.post(`/api/projects/${project}/invitations`, {
      into: { party: 'a'.repeat(21) },
      email: null,
      role: 'lead',
      function: 'legal',
    })
    const present = await second.client.post(`/api/projects/${project}/invitations`, {
      into: { party: first.party },
      email: null,
      role: 'lead',
      function: 'legal',
    })
    expect(present.status).toBe(404)
    expect(present.body).toEqual(absent.body)
  })
})

describe('starting refinement', () => {
  it('waits until somebody of the provider is there, and happens once', async () => {
    const server = await startTestServer()
    const { ada, organisation } = await setUpAda(server)
    const project = await createProject(ada, organisation)
    const invited = await ada.post(`/api/projects/${project}/invitations`, {
      into: { newProvider: 'Slow AG' },
      email: null,
      role: 'lead',
      function: 'legal',
    })
    const provider = invited.body.invitation.party
    const start = () => ada.post(`/api/projects/${project}/refinement`, { provider })
    expect((await start()).body.code).toBe('provider-not-ready')
    const { viewer } = (await ada.get(`/api/projects/${project}`)).body
    const own = await ada.post(`/api/projects/${project}/refinement`, { provider: viewer.party })
    expect(own.body.code).toBe('not-found')
    const lead = await acceptAs(server, invited.body.link, 'Lead of Slow')
    expect((await lead.post(`/api/projects/${project}/refinement`, { provider })).status).toBe(403)
    expect((await start()).body.phase).toBe('refine')
    expect((await start()).body.code).toBe('wrong-phase')
    await server.remove()
  })
})

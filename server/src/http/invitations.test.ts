import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storeKinds } from '../store/testing/temporary-store.ts'
import {
  acceptAs,
  createProject,
  expectStatus,
  joinAsProvider,
  password,
  setUpAda,
  tokenOf,
} from '../testing/people.ts'
import type { TestClient } from '../testing/test-client.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

const newPerson = (name: string) => ({ name, email: `${name}@example.org`, password })

describe.each(storeKinds)('invitations on %s', (kind) => {
  let server: TestServer
  let ada: TestClient
  let project: string
  let party: string
  let organisation: string
  beforeAll(async () => {
    server = await startTestServer(kind)
    ;({ ada, organisation } = await setUpAda(server))
    project = await createProject(ada, organisation)
    party = (await ada.get(`/api/projects/${project}`)).body.viewer.party
  })
  afterAll(() => server.remove())

  const invite = (into: unknown = { party }, more: Record<string, unknown> = {}, client = ada) =>
    client.post(`/api/projects/${project}/invitations`, {
      into,
      email: null,
      role: 'editor',
      function: 'legal',
      ...more,
    })
  const invited = async (...parameters: Parameters<typeof invite>) => {
    const { link, invitation } = expectStatus(await invite(...parameters), 201).body
    return { token: tokenOf(link), link, id: invitation.id }
  }
  const accept = (token: string, person: unknown, client = server.client()) =>
    client.post(`/api/invitations/${token}/accept`, { newPerson: person })
  const hasAccount = async (email: string) =>
    (await server.app.store.db.selectFrom('user').select('id').where('email', '=', email).execute()).length >
    0

  it('tells the holder of a link what it offers, and makes them a member', async () => {
    const { token, link } = await invited()
    expect(link).toBe(`${server.url}/invitation/${token}`)
    const offer = (await server.client().get(`/api/invitations/${token}`)).body
    expect(offer).toMatchObject({
      project: 'Data centre',
      invitedBy: 'Ada Client',
      clientOrganisation: 'Client plc',
      organisation: 'Client plc',
      partyKind: 'client',
      role: 'editor',
      function: 'legal',
      email: null,
    })
    const client = server.client()
    const accepted = await accept(token, newPerson('grace'), client)
    expect(accepted.body).toEqual({ project })
    expect(accepted.headers.get('set-auth-token')).toBeTruthy()
    const people = (await client.get(`/api/projects/${project}/people`)).body
    expect(people.parties[0].members.map((member: { name: string }) => member.name)).toContain('grace')
    expect((await client.get('/api/me')).body.organisations).toEqual([
      { id: organisation, name: 'Client plc' },
    ])
  })

  it('stores no token', async () => {
    const { token } = await invited()
    const rows = await server.app.store.db.selectFrom('invitation').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(token)
  })

  it('can be used once', async () => {
    const { token } = await invited()
    expectStatus(await accept(token, newPerson('once')), 200)
    const again = await accept(token, newPerson('twice'))
    expect(again.body.code).toBe('invitation-not-valid')
    expect((await server.client().get(`/api/invitations/${token}`)).status).toBe(410)
    expect(await hasAccount('twice@example.org')).toBe(false)
  })

  it('can be used once by requests that race, and leaves no other account behind', async () => {
    const { token } = await invited()
    const racers = ['race1', 'race2', 'race3', 'race4']
    const answers = await Promise.all(racers.map((name) => accept(token, newPerson(name))))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410])
    const accounts = await Promise.all(racers.map((name) => hasAccount(`${name}@example.org`)))
    expect(accounts.filter(Boolean)).toHaveLength(1)
  })

  it('refuses wrong, expired and revoked ones alike', async () => {
    const [expired, revoked] = [await invited(), await invited()]
    await server.app.store.write((tx) =>
      tx
        .updateTable('invitation')
        .set({ expires_at: '2020-01-01T00:00:00.000Z' })
        .where('id', '=', expired.id)
        .execute(),
    )
    expectStatus(await ada.delete(`/api/projects/${project}/invitations/${revoked.id}`), 204)
    for (const token of ['wrong', expired.token, revoked.token]) {
      const offer = await server.client().get(`/api/invitations/${token}`, { 'accept-language': 'de' })
      const answer = await accept(token, newPerson('late'))
      expect(offer.body).toMatchObject({ code: 'invitation-not-valid', title: 'Einladung ungültig' })
      expect(answer.body.code).toBe('invitation-not-valid')
    }
    expect(await hasAccount('late@example.org')).toBe(false)
    const open = (await ada.get(`/api/projects/${project}/people`)).body.invitations
    expect(open.map((one: { id: string }) => one.id)).not.toContain(expired.id)
    expect(open.map((one: { id: string }) => one.id)).not.toContain(revoked.id)
  })

  it('is bound to the address it names', async () => {
    const { token } = await invited({ party }, { email: 'Rose@Example.org' })
    const other = await accept(token, newPerson('thorn'))
    expect(other.body.code).toBe('invitation-for-other-email')
    expect(await hasAccount('thorn@example.org')).toBe(false)
    expectStatus(await accept(token, { ...newPerson('rose'), email: 'ROSE@example.org' }), 200)
  })

  it('sends who has an account to sign in, and takes them signed in', async () => {
    const { token } = await invited()
    const grace = server.client()
    expect((await accept(token, newPerson('grace'))).body.code).toBe('email-taken')
    expect((await accept(token, null)).body.code).toBe('not-signed-in')
    await grace.post('/api/auth/sign-in/email', { email: 'grace@example.org', password })
    expect((await accept(token, null, grace)).body.code).toBe('already-member')
    const second = await createProject(ada, organisation)
    const answer = await ada.post(`/api/projects/${second}/invitations`, {
      into: { newProvider: 'Provider' },
      email: null,
      role: 'lead',
      function: 'legal',
    })
    expectStatus(await accept(tokenOf(answer.body.link), null, grace), 200)
    expect((await grace.get('/api/projects')).body).toHaveLength(2)
  })

  it('refuses a weak password and keeps the invitation open', async () => {
    const { token } = await invited()
    const weak = { ...newPerson('weak'), password: 'short' }
    expect((await accept(token, weak)).body.code).toBe('weak-password')
    expect((await accept(token, { ...weak, password: 'password12345' })).body.code).toBe('weak-password')
    expectStatus(await accept(token, newPerson('weak')), 200)
  })

  it('is for leads to send, into their own party or to new providers with a first lead', async () => {
    const editor = await acceptAs(server, (await invited()).link, 'plain editor')
    expect((await invite({ party }, {}, editor)).body.code).toBe('not-allowed')
    expect((await invite({ newProvider: 'X' }, { role: 'editor' })).body.code).toBe('invalid-input')
    const provider = await joinAsProvider(server, ada, project, 'Provider AG')
    // Once it has people, its own leads say who takes part.
    expect((await invite({ party: provider.party }, { role: 'lead' })).body.code).toBe('not-allowed')
    expectStatus(await invite({ party: provider.party }, {}, provider.client), 201)
    expect((await invite({ party }, {}, provider.client)).body.code).toBe('not-found')
    expect((await invite({ newProvider: 'Z' }, { role: 'lead' }, provider.client)).body.code).toBe(
      'not-allowed',
    )
    const stranger = server.client()
    expect((await invite({ party }, {}, stranger)).body.code).toBe('not-signed-in')
  })
})

describe('members', () => {
  let server: TestServer
  let ada: TestClient
  let project: string
  beforeAll(async () => {
    server = await startTestServer()
    const { ada: first, organisation } = await setUpAda(server)
    ada = first
    project = await createProject(ada, organisation)
  })
  afterAll(() => server.remove())

  const members = async () => (await ada.get(`/api/projects/${project}/people`)).body.parties[0].members
  const address = (member: string) => `/api/projects/${project}/members/${member}`

  it('keep their last lead', async () => {
    const [lead] = await members()
    expect((await ada.patch(address(lead.id), { role: 'editor' })).body.code).toBe('last-lead')
    expect((await ada.delete(address(lead.id))).body.code).toBe('last-lead')
    expectStatus(await ada.patch(address(lead.id), { function: 'head-of-it' }), 204)
    expect((await members())[0]).toMatchObject({ role: 'lead', function: 'head-of-it' })
  })

  it('are changed and removed by leads of their own party only', async () => {
    const provider = await joinAsProvider(server, ada, project, 'Provider AG')
    const [lead] = await members()
    expect((await provider.client.patch(address(lead.id), { role: 'viewer' })).body.code).toBe('not-found')
    expect((await provider.client.delete(address(lead.id))).body.code).toBe('not-found')
    const { viewer } = (await ada.get(`/api/projects/${project}`)).body
    const { link } = (
      await ada.post(`/api/projects/${project}/invitations`, {
        into: { party: viewer.party },
        email: null,
        role: 'editor',
        function: 'legal',
      })
    ).body
    const editor = await acceptAs(server, link, 'some editor')
    expect((await editor.delete(address(lead.id))).body.code).toBe('not-allowed')
    const added = (await members())[1]
    expectStatus(await ada.delete(address(added.id)), 204)
    expect((await editor.get(`/api/projects/${project}`)).body.code).toBe('not-found')
    expect((await editor.get('/api/projects')).body).toEqual([])
    expect((await ada.delete(address(added.id))).body.code).toBe('not-found')
  })
})

import { once } from 'node:events'
import type { ProjectId } from '@parley/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Multiplexed, stockProvider, synced } from '../sync/testing/clients.ts'
import {
  acceptAs,
  createProject,
  expectStatus,
  joinAsProvider,
  password,
  setUpAda,
} from '../testing/people.ts'
import type { TestClient } from '../testing/test-client.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

describe('what commands tell those who watch', () => {
  let server: TestServer
  let ada: TestClient
  let project: ProjectId
  let party: string
  beforeAll(async () => {
    server = await startTestServer()
    const { ada: lead, organisation } = await setUpAda(server)
    ada = lead
    project = (await createProject(ada, organisation, { kind: 'template', language: 'en' })) as ProjectId
    party = (await ada.get(`/api/projects/${project}`)).body.viewer.party
  })
  afterAll(() => server.remove())

  const linkOf = async (client: TestClient) => {
    const { email } = (await client.get('/api/me')).body.person
    const token = (await client.post('/api/auth/sign-in/email', { email, password })).headers.get(
      'set-auth-token',
    )
    const link = new Multiplexed(server.url.replace('http', 'ws'), token ?? '')
    await link.heard('hello')
    return link
  }
  const watch = async (client: TestClient) => {
    const link = await linkOf(client)
    link.tell({ type: 'watch', project })
    await link.heard('watching')
    return link
  }
  const rename = async (name: string) =>
    expectStatus(await ada.patch(`/api/projects/${project}`, { name }), 200)
  const renamed = (link: Multiplexed, name: string) =>
    link.heard('event', ({ event }) => event.type === 'project' && event.project.name === name)
  const inviteEditor = async (client: TestClient, into: string) =>
    expectStatus(
      await client.post(`/api/projects/${project}/invitations`, {
        into: { party: into },
        email: null,
        role: 'editor',
        function: 'legal',
      }),
      201,
    ).body.link as string

  it('is the project as each of them may see it, and nothing of rivals', async () => {
    const second = await joinAsProvider(server, ada, project, 'Second Bidder')
    const [client, bidder] = [await watch(ada), await watch(second.client)]
    const first = await joinAsProvider(server, ada, project, 'Canary Hosting')
    await acceptAs(server, await inviteEditor(first.client, first.party), 'Canary Colleague')
    await client.heard('event', ({ event }) => event.type === 'people')
    await rename('Renamed')
    // Events come in their order: what the bidder was not told before this, it was not told at all.
    await Promise.all([renamed(client, 'Renamed'), renamed(bidder, 'Renamed')])
    const heard = JSON.stringify(bidder.controls)
    expect(heard).not.toMatch(/canary/i)
    expect(heard).not.toContain(first.party)
    expect(bidder.controls.some((one) => one.type === 'event' && one.event.type === 'people')).toBe(false)
    for (const link of [client, bidder]) link.socket.close()
  })

  it('is an end to everything, for a member who is removed', async () => {
    const editor = await acceptAs(server, await inviteEditor(ada, party), 'short timer')
    const link = await watch(editor)
    const { requirements } = (await editor.get(`/api/projects/${project}/document`)).body
    const text = requirements[0].text.id
    const { provider } = stockProvider('ws://unused', text, link.channelClass(text))
    await synced(provider)
    const { parties } = (await ada.get(`/api/projects/${project}/people`)).body
    const member = parties[0].members.find((one: { name: string }) => one.name === 'short timer')
    expectStatus(await ada.delete(`/api/projects/${project}/members/${member.id}`), 204)
    const closed = await link.heard('closed')
    expect(closed.code).toBe(4404)
    await link.heard('event', ({ event }) => event.type === 'left')
    provider.destroy()
    link.socket.close()
  })

  it('is an end to the socket, for a session that signs out', async () => {
    const person = await acceptAs(server, await inviteEditor(ada, party), 'early leaver')
    const link = await watch(person)
    const closed = once(link.socket, 'close')
    expectStatus(await person.post('/api/auth/sign-out'), 200)
    expect((await closed)[0]).toBe(4401)
  })
})

import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

describe('the demonstration', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer('sqlite', {}, ['--demo'])
  }, 60_000)
  afterAll(() => server.remove())

  const signIn = async (email: string) => {
    const client = server.client()
    const answer = await client.post('/api/demo/sign-in', { email })
    return { client, answer }
  }

  it('offers six people of two organisations and different functions', async () => {
    const { demoPeople, setupNeeded } = (await server.client().get('/api/installation')).body
    expect(setupNeeded).toBe(false)
    expect(demoPeople).toHaveLength(6)
    const distinct = (key: string) =>
      new Set(demoPeople.map((person: Record<string, string>) => person[key])).size
    expect([distinct('organisation'), distinct('function'), distinct('partyKind')]).toEqual([2, 6, 2])
    for (const { email } of demoPeople) expect((await signIn(email)).answer.status).toBe(200)
  })

  it.each(['claudia.brandt@auental.example', 'lars.petersen@nordlicht.example'])(
    'shows %s a project in each language with positions, threads and two snapshots',
    async (email) => {
      const { client } = await signIn(email)
      const projects = (await client.get('/api/projects')).body
      expect(projects).toHaveLength(2)
      for (const { id, phase } of projects) {
        expect(phase).toBe('refine')
        expect((await client.get(`/api/projects/${id}/snapshots`)).body.snapshots).toHaveLength(2)
        const { requirements } = (await client.get(`/api/projects/${id}/document`)).body
        const positions = requirements.flatMap((one: { positions: unknown[] }) => one.positions)
        expect(positions.length).toBeGreaterThan(20)
        expect(positions.some((position: { outdated: boolean }) => position.outdated)).toBe(true)
      }
    },
  )

  it('keeps the private threads of each side from the other', async () => {
    const words = async (email: string) => {
      const { client } = await signIn(email)
      const all = []
      for (const { id } of (await client.get('/api/projects')).body) {
        all.push((await client.get(`/api/projects/${id}/threads`)).body)
      }
      return JSON.stringify(all)
    }
    const client = await words('claudia.brandt@auental.example')
    const provider = await words('lars.petersen@nordlicht.example')
    expect(client).toContain('Höchstens sechs')
    expect(provider).not.toContain('Höchstens sechs')
    expect(provider).toContain('Bitte nicht anbieten')
    expect(client).not.toContain('Bitte nicht anbieten')
    for (const heard of [client, provider]) expect(heard).toContain('Ab wann läuft die Frist')
  })

  it('signs in nobody by another name of this computer, such as another site’s', async () => {
    const body = JSON.stringify({ email: 'claudia.brandt@auental.example' })
    const headers = { host: 'evil.example', 'content-type': 'application/json' }
    const status = await new Promise((resolve, reject) => {
      const sent = request(`${server.url}/api/demo/sign-in`, { method: 'POST', headers }, (response) =>
        resolve(response.resume().statusCode),
      )
      sent.on('error', reject).end(body)
    })
    expect(status).toBe(403)
  })

  it('signs in nobody else, and nobody anywhere else', async () => {
    expect((await signIn('eve@example.org')).answer.body.code).toBe('not-found')
    const ordinary = await startTestServer()
    const refused = await ordinary
      .client()
      .post('/api/demo/sign-in', { email: 'claudia.brandt@auental.example' })
    expect(refused.body.code).toBe('demo-only')
    expect((await ordinary.client().get('/api/installation')).body.demoPeople).toEqual([])
    await ordinary.remove()
  })
})

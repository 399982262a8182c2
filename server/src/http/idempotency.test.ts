import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storeKinds } from '../store/testing/temporary-store.ts'
import { createProject, password, setUpAda, tokenOf } from '../testing/people.ts'
import type { TestClient } from '../testing/test-client.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

describe.each(storeKinds)('a second submit on %s', (kind) => {
  let server: TestServer
  let ada: TestClient
  let organisation: string
  beforeAll(async () => {
    server = await startTestServer(kind)
    ;({ ada, organisation } = await setUpAda(server))
  })
  afterAll(() => server.remove())

  const create = (key: string, name = 'Once') =>
    ada.post(
      '/api/projects',
      { name, language: 'en', organisation, source: { kind: 'empty' } },
      { 'idempotency-key': key },
    )
  const named = async (name: string) =>
    (await ada.get('/api/projects')).body.filter((project: { name: string }) => project.name === name)

  it('gets the first answer and changes nothing', async () => {
    const first = await create('key-1')
    const second = await create('key-1')
    expect(first.status).toBe(201)
    expect(second.status).toBe(201)
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect(await named('Once')).toHaveLength(1)
  })

  it('is refused while the first is being carried out, or told its answer', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => create('key-2', 'Raced')))
    for (const { status, body } of answers) {
      if (status !== 201) expect(body.code).toBe('request-in-progress')
    }
    expect(answers.some(({ status }) => status === 201)).toBe(true)
    expect(await named('Raced')).toHaveLength(1)
  })

  it('with another body is refused', async () => {
    await create('key-3', 'First')
    expect((await create('key-3', 'Second')).body.code).toBe('key-reused')
    expect(await named('Second')).toEqual([])
  })

  it('corrected after a refusal is carried out', async () => {
    expect((await create('key-4', '')).body.code).toBe('invalid-input')
    expect((await create('key-4', 'Corrected')).status).toBe(201)
  })

  it('of somebody else’s key is their own', async () => {
    const mine = await create('key-5', 'Mine')
    const other = server.client()
    const answer = await other.post('/api/projects', {}, { 'idempotency-key': 'key-5' })
    expect(mine.status).toBe(201)
    expect(answer.body.code).toBe('invalid-input')
  })

  it('of an accepted invitation signs in again, and no link can be read in the database', async () => {
    const project = await createProject(ada, organisation)
    const { party } = (await ada.get(`/api/projects/${project}`)).body.viewer
    const invite = { into: { party }, email: null, role: 'editor', function: 'legal' }
    const key = { 'idempotency-key': 'key-6' }
    const { link } = (await ada.post(`/api/projects/${project}/invitations`, invite, key)).body
    const repeated = await ada.post(`/api/projects/${project}/invitations`, invite, key)
    expect(repeated.body.link).toBe(link)
    const rows = await server.app.store.db.selectFrom('idempotency').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(tokenOf(link))
    const body = { newPerson: { name: 'Twice', email: 'twice@example.org', password } }
    const accept = (client: TestClient) =>
      client.post(`/api/invitations/${tokenOf(link)}/accept`, body, { 'idempotency-key': 'key-7' })
    const [lost, kept] = [server.client(), server.client()]
    expect((await accept(lost)).status).toBe(200)
    expect((await accept(kept)).status).toBe(200)
    expect((await kept.get('/api/me')).body.person.name).toBe('Twice')
  })
})

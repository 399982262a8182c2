import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createProject, setUpAda } from '../testing/people.ts'
import type { TestClient } from '../testing/test-client.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

describe('bad input', () => {
  let server: TestServer
  let ada: TestClient
  let organisation: string
  let project: string
  beforeAll(async () => {
    server = await startTestServer()
    ;({ ada, organisation } = await setUpAda(server))
    project = await createProject(ada, organisation)
  })
  afterAll(() => server.remove())

  const json = { 'content-type': 'application/json' }
  const createFrom = (source: unknown, headers?: Record<string, string>) =>
    ada.post('/api/projects', { name: 'New', language: 'en', organisation, source }, headers)

  it('that is no JSON is named as such', async () => {
    const answer = await ada.send('POST', '/api/projects', '{"name":', json)
    expect(answer.body).toMatchObject({ code: 'not-json', status: 400 })
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
  })

  it('of another type, or none, is refused', async () => {
    const text = await ada.send('POST', '/api/projects', 'hello', { 'content-type': 'text/plain' })
    expect(text.body.code).toBe('bad-request')
    expect((await ada.send('POST', '/api/projects', '', json)).status).toBe(400)
  })

  it('is told field by field in the caller’s language', async () => {
    const answer = await ada.post(
      '/api/projects',
      { name: ' ', language: 'fr', organisation: 'x' },
      { 'accept-language': 'de-AT, en;q=0.5' },
    )
    expect(answer.body.title).toBe('Bitte prüfen Sie Ihre Eingaben')
    expect(answer.body.errors).toEqual([
      { path: 'name', message: 'darf nicht leer sein' },
      { path: 'language', message: 'ist nicht eines von: en, de' },
      { path: 'organisation', message: 'ist nicht gültig' },
      { path: 'source', message: expect.any(String) },
    ])
  })

  it.each([
    ['U+0000', '"a\\u0000b"'],
    ['half a surrogate pair', '"a\\ud800b"'],
  ])('with %s is refused wherever it stands', async (_, bad) => {
    const bodies = [`{"name":${bad}}`, `{"name":"x",${bad}:1}`, `{"name":"x","deep":[{"er":${bad}}]}`]
    for (const body of bodies) {
      const answer = await ada.send('PATCH', `/api/projects/${project}`, body, json)
      expect(answer.body.code).toBe('invalid-input')
    }
    expect((await ada.get(`/api/projects/${project}`)).body.name).toBe('Data centre')
  })

  it('takes whole surrogate pairs', async () => {
    const answer = await ada.send('PATCH', `/api/projects/${project}`, '{"name":"\\ud83d\\ude00"}', json)
    expect(answer.body.name).toBe('😀')
    await ada.patch(`/api/projects/${project}`, { name: 'Data centre' })
  })

  it('in an address is like something absent', async () => {
    for (const id of ['x', '%00', '../projects', 'a'.repeat(21), 'é'.repeat(21)]) {
      const answer = await ada.get(`/api/projects/${encodeURIComponent(id)}`)
      expect([404, 422]).toContain(answer.status)
    }
  })

  it('that is too large gets an answer, not a broken connection', async () => {
    const large = await createFrom({ kind: 'oscal', catalogue: 'x'.repeat(60_000_000) })
    expect(large.body).toMatchObject({ code: 'too-large', status: 413 })
    expect(large.body.detail).toContain('20 MB')
    const name = await ada.patch(`/api/projects/${project}`, { name: 'x'.repeat(3_000_000) })
    expect(name.body.code).toBe('too-large')
  })

  it('as a catalogue is told apart: no JSON, no OSCAL, another model', async () => {
    const codes = await Promise.all(
      ['no json', '{}', '{"profile":{}}', '{"catalog":[]}'].map(
        async (catalogue) => (await createFrom({ kind: 'oscal', catalogue })).body.code,
      ),
    )
    expect(codes[0]).toBe('not-json')
    expect(codes.slice(1)).toEqual(Array(3).fill('not-an-oscal-catalogue'))
    const german = { 'accept-language': 'de' }
    const profile = await createFrom({ kind: 'oscal', catalogue: '{"profile":{}}' }, german)
    expect(profile.body.detail).toContain('profile')
    expect(profile.body.title).toBe('Kein OSCAL-Katalog')
  })

  it('creates nothing', async () => {
    expect((await ada.get('/api/projects')).body).toHaveLength(1)
  })

  it('by another method is told which ones there are', async () => {
    const answer = await ada.send('DELETE', `/api/projects/${project}`)
    expect(answer.status).toBe(405)
    expect(answer.body.code).toBe('method-not-allowed')
    expect(answer.headers.get('allow')).toContain('PATCH')
  })

  it('on projects of others is like on none', async () => {
    const stranger = server.client()
    const absent = 'a'.repeat(21)
    const signedOut = await stranger.get(`/api/projects/${project}`)
    expect(signedOut.body.code).toBe('not-signed-in')
    const answers = await Promise.all([
      ada.get(`/api/projects/${absent}`),
      ada.patch(`/api/projects/${absent}`, { name: 'x' }),
      ada.get(`/api/projects/${absent}/people`),
      ada.post(`/api/projects/${absent}/refinement`, { provider: absent }),
      createFrom({ kind: 'copy', project: absent }),
    ])
    expect(answers.map(({ body }) => body.code)).toEqual(Array(5).fill('not-found'))
    const foreign = await ada.post('/api/projects', {
      name: 'x',
      language: 'en',
      organisation: absent,
      source: { kind: 'empty' },
    })
    expect(foreign.body.code).toBe('not-found')
  })
})

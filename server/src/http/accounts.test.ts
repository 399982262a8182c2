import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storeKinds } from '../store/testing/temporary-store.ts'
import { password, setUpAda } from '../testing/people.ts'
import type { TestClient } from '../testing/test-client.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

const email = 'ada@client.example'

describe.each(storeKinds)('accounts on %s', (kind) => {
  let server: TestServer
  let ada: TestClient
  beforeAll(async () => {
    server = await startTestServer(kind)
  })
  afterAll(() => server.remove())

  const signIn = async (client: TestClient, secret: string) =>
    client.post('/api/auth/sign-in/email', { email, password: secret })

  it('lets one of several first people set the installation up', async () => {
    expect((await server.client().get('/api/installation')).body.setupNeeded).toBe(true)
    const others = [1, 2, 3].map((n) =>
      server.client().post('/api/setup', {
        name: `Other ${n}`,
        email: `other${n}@client.example`,
        password,
        organisation: 'Other',
      }),
    )
    const race = await Promise.all(others)
    expect(race.map(({ status }) => status).sort()).toEqual([201, 409, 409])
    await server.remove()
    server = await startTestServer(kind)
    ;({ ada } = await setUpAda(server))
    expect((await ada.get('/api/me')).body).toMatchObject({
      person: { name: 'Ada Client', email },
      organisations: [{ name: 'Client plc' }],
    })
    expect((await server.client().get('/api/installation')).body.setupNeeded).toBe(false)
  })

  it('has no public sign-up', async () => {
    const answer = await server.client().post('/api/auth/sign-up/email', {
      name: 'Eve',
      email: 'eve@example.org',
      password,
    })
    expect(answer.status).toBe(404)
    expect(answer.body.code).toBe('not-found')
  })

  it('sets a cookie that scripts cannot read and other sites do not send', async () => {
    const answer = await signIn(server.client(), password)
    expect(answer.status).toBe(200)
    const [cookie = ''] = answer.headers.getSetCookie()
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
  })

  it('answers a wrong password and an unknown address alike, in the language asked for', async () => {
    const wrong = await signIn(server.client(), 'not the password')
    const unknown = await server
      .client()
      .post('/api/auth/sign-in/email', { email: 'nobody@example.org', password }, { 'accept-language': 'de' })
    expect(wrong.status).toBe(401)
    expect(wrong.body.code).toBe('wrong-credentials')
    expect(unknown.body).toMatchObject({ code: 'wrong-credentials', title: 'Anmeldung fehlgeschlagen' })
  })

  it('takes the bearer token that a sign-in gives, and no other', async () => {
    const token = (await signIn(server.client(), password)).headers.get('set-auth-token')
    const bearer = (value: string) => server.client().get('/api/me', { authorization: `Bearer ${value}` })
    expect((await bearer(token ?? '')).body.person.email).toBe(email)
    expect((await bearer(`${token}x`)).status).toBe(401)
    expect((await bearer('x'.repeat(32))).status).toBe(401)
    expect((await server.client().get('/api/me')).body.code).toBe('not-signed-in')
  })

  it('refuses weak passwords with what is expected', async () => {
    for (const newPassword of ['short', 'password1234', 'aaaaaaaaaaaaaa', '123456789012', 'qwertzuiop12']) {
      const answer = await ada.post('/api/auth/change-password', { currentPassword: password, newPassword })
      expect(answer.body).toMatchObject({ code: 'weak-password', status: 422 })
      expect(answer.body.detail).toContain('12')
    }
    expect((await signIn(server.client(), password)).status).toBe(200)
  })

  it('changes the password and ends the other sessions', async () => {
    const other = server.client()
    await signIn(other, password)
    const changed = await ada.post('/api/auth/change-password', {
      currentPassword: password,
      newPassword: 'another long phrase',
      revokeOtherSessions: true,
    })
    expect(changed.status).toBe(200)
    expect((await other.get('/api/me')).status).toBe(401)
    expect((await ada.get('/api/me')).status).toBe(200)
    expect((await signIn(server.client(), password)).status).toBe(401)
    const back = { currentPassword: 'another long phrase', newPassword: password }
    expect((await ada.post('/api/auth/change-password', back)).status).toBe(200)
  })

  it('lists sessions and signs out everywhere', async () => {
    const other = server.client()
    await signIn(other, password)
    const sessions = (await ada.get('/api/auth/list-sessions')).body
    expect(sessions.length).toBeGreaterThanOrEqual(2)
    expect((await other.post('/api/auth/revoke-sessions')).status).toBe(200)
    expect((await ada.get('/api/me')).status).toBe(401)
    expect((await other.get('/api/me')).status).toBe(401)
    await signIn(ada, password)
  })

  it('changes one’s own name', async () => {
    expect((await ada.patch('/api/me', { name: '  Ada C. ' })).body.person.name).toBe('Ada C.')
    expect((await ada.patch('/api/me', { name: ' ' })).body.code).toBe('invalid-input')
    expect((await server.client().patch('/api/me', { name: 'Eve' })).status).toBe(401)
  })

  it('refuses what another site’s page sends', async () => {
    const evil = { origin: 'https://evil.example' }
    expect((await ada.post('/api/auth/sign-out', {}, evil)).body.code).toBe('forbidden-origin')
    expect((await ada.patch('/api/me', { name: 'Eve' }, evil)).body.code).toBe('forbidden-origin')
    const site = { 'sec-fetch-site': 'cross-site' }
    expect((await ada.patch('/api/me', { name: 'Eve' }, site)).body.code).toBe('forbidden-origin')
    expect((await ada.get('/api/me')).body.person.name).toBe('Ada C.')
  })

  it('bounds how often passwords can be tried', async () => {
    const tries = []
    for (let n = 0; n < 25; n++) tries.push(await signIn(server.client(), `guess number ${n}`))
    expect(tries.at(-1)?.body.code).toBe('too-many-requests')
  })
})

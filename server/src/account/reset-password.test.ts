import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type MailSink, startMailSink } from '../testing/mail-sink.ts'
import { createProject, password, setUpAda } from '../testing/people.ts'
import type { TestClient } from '../testing/test-client.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

const email = 'ada@client.example'
const newPassword = 'a fresh long phrase'
const main = fileURLToPath(new URL('../main.ts', import.meta.url))

const tokenIn = (text: string) => /reset-password\?token=([\w-]+)/.exec(text)?.[1] ?? ''
const signIn = (server: TestServer, secret: string) =>
  server.client().post('/api/auth/sign-in/email', { email, password: secret })

describe('a forgotten password', () => {
  let server: TestServer
  let sink: MailSink
  let ada: TestClient
  let organisation: string
  beforeAll(async () => {
    sink = await startMailSink()
    const settings = { SMTP_URL: sink.url, PUBLIC_URL: 'http://parley.example' }
    server = await startTestServer('sqlite', settings)
    ;({ ada, organisation } = await setUpAda(server))
  })
  afterAll(async () => {
    await server.remove()
    await sink.close()
  })

  it('is replaced by way of a letter, once, and ends all sessions', async () => {
    const asked = await server
      .client()
      .post(
        '/api/auth/request-password-reset',
        { email, redirectTo: '/reset-password' },
        { 'accept-language': 'de' },
      )
    expect(asked.status).toBe(200)
    const letter = await sink.next()
    expect(letter).toMatch(/^To: ada@client\.example/m)
    expect(letter).toContain('Guten Tag Ada Client')
    expect(letter).toContain('http://parley.example/reset-password?token=')
    const token = tokenIn(letter)
    const weak = await server
      .client()
      .post('/api/auth/reset-password', { token, newPassword: 'password1234' })
    expect(weak.body.code).toBe('weak-password')
    expect((await server.client().post('/api/auth/reset-password', { token, newPassword })).status).toBe(200)
    const again = await server.client().post('/api/auth/reset-password', { token, newPassword })
    expect(again.body.code).toBe('bad-request')
    expect((await ada.get('/api/me')).status).toBe(401)
    expect((await signIn(server, password)).status).toBe(401)
    expect((await signIn(server, newPassword)).status).toBe(200)
  })

  it('of nobody is answered alike', async () => {
    const ask = (address: string) =>
      server.client().post('/api/auth/request-password-reset', { email: address })
    const [known, unknown] = [await ask(email), await ask('nobody@example.org')]
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
    await sink.next()
  })

  it('leads to no other site', async () => {
    const evil = { email, redirectTo: 'https://evil.example/' }
    expect((await server.client().post('/api/auth/request-password-reset', evil)).status).toBe(403)
  })

  it('sends invitations by the same way', async () => {
    const lead = server.client()
    await lead.post('/api/auth/sign-in/email', { email, password: newPassword })
    const project = await createProject(lead, organisation)
    const { party } = (await lead.get(`/api/projects/${project}`)).body.viewer
    const invited = await lead.post(`/api/projects/${project}/invitations`, {
      into: { party },
      email: 'grace@example.org',
      role: 'editor',
      function: 'legal',
    })
    expect(invited.body.mailed).toBe(true)
    const letter = await sink.next()
    expect(letter).toMatch(/^To: grace@example\.org/m)
    expect(letter).toContain(invited.body.link)
  })
})

describe('without a mail server', () => {
  it('the operator’s command prints a link, beside the running server', async () => {
    const server = await startTestServer()
    await setUpAda(server)
    expect((await server.client().get('/api/installation')).body.mail).toBe(false)
    const environment = { ...process.env, DATABASE_URL: '', DATA_DIR: server.app.config.dataDir }
    const run = (address: string) =>
      promisify(execFile)(process.execPath, [main, 'reset-password', address], { env: environment })
    const { stdout } = await run('Ada@client.example')
    const token = tokenIn(stdout)
    expect((await server.client().post('/api/auth/reset-password', { token, newPassword })).status).toBe(200)
    expect((await signIn(server, newPassword)).status).toBe(200)
    await expect(run('nobody@example.org')).rejects.toThrow('Nobody has an account')
    await server.remove()
  }, 30_000)
})

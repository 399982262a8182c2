import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

describe('the description of the API', () => {
  let server: TestServer
  // biome-ignore lint/suspicious/noExplicitAny: reason: looked into like any reader of the document would
  let document: any
  beforeAll(async () => {
    server = await startTestServer()
    document = (await server.client().get('/api/openapi.json')).body
  })
  afterAll(() => server.remove())

  const operations = () =>
    Object.entries<Record<string, { summary?: string; responses: object }>>(document.paths).flatMap(
      ([path, item]) => Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
    )

  it('is OpenAPI 3.1 and names every step of the main job', () => {
    expect(document.openapi).toBe('3.1.0')
    const named = operations().map(({ path, method }) => `${method} ${path}`)
    for (const step of [
      'post /setup',
      'post /auth/sign-in/email',
      'post /projects',
      'post /imports/table',
      'post /projects/{project}/invitations',
      'post /invitations/{token}/accept',
      'post /projects/{project}/refinement',
      'get /projects/{project}/document',
      'put /projects/{project}/requirements/{requirement}/position',
      'post /projects/{project}/threads',
      'post /projects/{project}/snapshots',
    ]) {
      expect(named).toContain(step)
    }
  })

  it('says of each operation what it does, how it answers, and that it may be refused', () => {
    for (const { path, method, operation } of operations()) {
      expect(operation.summary, `${method} ${path}`).toBeTruthy()
      expect(Object.keys(operation.responses), `${method} ${path}`).toContain('default')
      expect(Object.keys(operation.responses).some((status) => status.startsWith('2'))).toBe(true)
    }
  })

  it('answers at every address it names', async () => {
    for (const { path, method } of operations()) {
      const address = `/api${path.replaceAll(/\{\w+\}/g, 'a'.repeat(21))}`
      const body = method === 'get' || method === 'delete' ? undefined : {}
      const answer = await server.client().send(method.toUpperCase(), address, body)
      expect(answer.status, `${method} ${path}`).not.toBe(405)
      expect(answer.status, `${method} ${path}`).toBeLessThan(500)
    }
  })

  it('is readable without any script or other host', async () => {
    const page = await server.client().get('/api/docs')
    expect(page.headers.get('content-type')).toContain('text/html')
    expect(page.body).not.toMatch(/<script|src=|https?:\/\//)
    for (const { path } of operations()) expect(page.body).toContain(path)
  })
})

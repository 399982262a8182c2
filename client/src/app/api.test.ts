import { projectNameSchema } from '@parley/protocol'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { api, nothing, path } from './api.ts'
import { NoAnswerError, ProblemError } from './problem-error.ts'

const answering = (answer: () => Response | Promise<Response>) => {
  const fetched = vi.fn(async (_address: string, _init: RequestInit) => answer())
  vi.stubGlobal('fetch', fetched)
  return fetched
}

const problem = {
  type: 'urn:x',
  title: 'Last lead',
  status: 409,
  detail: 'Make somebody lead.',
  code: 'last-lead',
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('api', () => {
  it('checks what comes against its schema', async () => {
    answering(() => Response.json('  Data centre  '))
    await expect(api.get('/x', projectNameSchema)).resolves.toBe('Data centre')
    answering(() => Response.json({ not: 'a name' }))
    await expect(api.get('/x', projectNameSchema)).rejects.toMatchObject({ reason: 'unexpected' })
  })

  it('sends JSON in the language of the screen, a POST with a key', async () => {
    const fetched = answering(() => new Response(null, { status: 204 }))
    await api.post('/x', nothing, { name: 'a' }, { key: 'k' })
    const [address, init] = fetched.mock.lastCall ?? []
    const headers = new Headers(init?.headers)
    expect([address, init?.method, init?.body]).toEqual(['/api/x', 'POST', '{"name":"a"}'])
    expect(headers.get('idempotency-key')).toBe('k')
    expect(headers.get('accept-language')).toBe('en')
    await api.post('/x', nothing, {})
    expect(new Headers(fetched.mock.lastCall?.[1].headers).get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/)
    await api.get('/x', nothing)
    expect(new Headers(fetched.mock.lastCall?.[1].headers).has('idempotency-key')).toBe(false)
  })

  it('throws the problem of a refusal, with the messages of fields', async () => {
    const errors = [{ path: 'newPerson.email', message: 'Not an address' }]
    answering(() => Response.json({ ...problem, errors }, { status: 409 }))
    const error = await api.get('/x', nothing).catch((thrown: unknown) => thrown)
    if (!(error instanceof ProblemError)) throw new Error(`expected a ProblemError, got ${error}`)
    expect(error.code).toBe('last-lead')
    expect(error.field('newPerson.email')).toBe('Not an address')
  })

  it.each([
    ['a proxy’s page', () => new Response('<h1>Bad gateway</h1>', { status: 502 }), 'server', 502],
    [
      'a code it does not know',
      () => Response.json({ ...problem, code: 'new' }, { status: 409 }),
      'server',
      409,
    ],
    ['no network', () => Promise.reject(new TypeError('Failed to fetch')), 'offline', null],
  ] as const)('says that there was no usable answer for %s', async (_name, answer, reason, status) => {
    answering(answer)
    const error = await api.get('/x', nothing).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(NoAnswerError)
    expect(error).toMatchObject({ reason, status })
  })

  it('does not take an aborted request for a lost one', async () => {
    const aborted = AbortSignal.abort()
    answering(() => Promise.reject(aborted.reason))
    await expect(api.get('/x', nothing, { signal: aborted })).rejects.toBe(aborted.reason)
  })
})

describe('path', () => {
  it('encodes its variable parts', () => {
    expect(path`/invitations/${'a/../b?c'}/accept`).toBe('/invitations/a%2F..%2Fb%3Fc/accept')
  })
})

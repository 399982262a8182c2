import { createMiddleware } from 'hono/factory'
import { ProblemError } from '../problem-error.ts'
import type { ApiContext, ApiEnv } from './api-router.ts'

const megabyte = 1_000_000

interface Limit {
  readonly path: RegExp
  readonly bytes: number
  readonly shown: string
}

const usual: Limit = { path: /^/, bytes: 2 * megabyte, shown: '2 MB' }

/** Bytes accepted of uploads, which travel as they are or, longer then, as a string inside JSON. */
const uploads: readonly Limit[] = [
  { path: /^\/api\/imports\/table$/, bytes: 20 * megabyte, shown: '20 MB' },
  { path: /^\/api\/(projects|imports\/preview)$/, bytes: 40 * megabyte, shown: '20 MB' },
]

/** What is read and thrown away of a body that is too large, so that the refusal reaches a browser still sending. */
const drainedBytes = 400 * megabyte

/**
 * Reads the body once within its limit, and refuses JSON that is none or that holds characters no database keeps
 * (U+0000, lone surrogates).
 */
export const bodyGuard = createMiddleware<ApiEnv>(async function bodyGuard(c, next) {
  if (/%00/.test(c.req.url)) throw new ProblemError('invalid-input')
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD') {
    await limitBody(c)
    if (/json/i.test(c.req.header('content-type') ?? '')) await checkJson(c)
  }
  await next()
})

async function limitBody(c: ApiContext): Promise<void> {
  // Nobody uploads who is not signed in.
  const limit = (c.var.person && uploads.find(({ path }) => path.test(c.req.path))) ?? usual
  const stream = c.req.raw.body
  if (!stream) return
  const announced = Number(c.req.header('content-length') ?? 0)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > drainedBytes) break
    if (size <= limit.bytes && announced <= limit.bytes) chunks.push(chunk)
  }
  if (size > limit.bytes || announced > limit.bytes) {
    throw new ProblemError('too-large', { facts: { limit: limit.shown } })
  }
  c.req.raw = new Request(c.req.raw, { body: Buffer.concat(chunks) })
}

async function checkJson(c: ApiContext): Promise<void> {
  const text = await c.req.text()
  if (text === '') return
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new ProblemError('not-json', { facts: { reason: error instanceof Error ? error.message : '' } })
  }
  // A large body takes a while to parse: the route takes what was parsed here. reason: Hono lets the caller say the type
  c.req.json = async <T>() => value as T
  // Only an escape can bring either into a decoded string, so that most bodies need no walk.
  const path = /\\u(0000|[dD][89a-fA-F])/.test(text) ? badString(value) : null
  if (path !== null)
    throw new ProblemError('invalid-input', { errors: [{ path, message: 'U+0000, U+D800–U+DFFF' }] })
}

/** Path of the first string, or key, with a character that cannot be stored; `null` where there is none. */
function badString(value: unknown, path = ''): string | null {
  if (typeof value === 'string') return isStorable(value) ? null : path
  if (typeof value !== 'object' || value === null) return null
  for (const [key, member] of Object.entries(value)) {
    const inner = path === '' ? key : `${path}.${key}`
    const bad = isStorable(key) ? badString(member, inner) : path
    if (bad !== null) return bad
  }
  return null
}

const isStorable = (text: string) => text.isWellFormed() && !text.includes('\0')

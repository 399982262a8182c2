import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import type { App } from '../app.ts'
import { ProblemError } from '../problem-error.ts'
import type { ApiContext, ApiEnv } from './api-router.ts'

/** After this many milliseconds an answer that never came is given up, e.g. since the server was stopped meanwhile. */
const abandonedAfter = 2 * 60_000
const keptFor = 24 * 3_600_000

/** An answer worth repeating; cookies are part of it, so that a repeated sign-up signs in. */
interface Kept {
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
}

/**
 * Gives a repeated POST with the same `Idempotency-Key` its first answer. Only what was carried out is kept: a refused
 * request changed nothing, and may be sent again corrected. Answers may hold secrets (the link of an invitation), so they
 * are encrypted with a key made from the caller's key, of which the database holds a hash only.
 */
export const idempotency = (app: Pick<App, 'store' | 'now' | 'secret'>) =>
  createMiddleware<ApiEnv>(async function idempotency(c, next) {
    const given = c.req.method === 'POST' ? c.req.header('idempotency-key') : undefined
    if (given === undefined) return next()
    if (!/^[\x21-\x7e]{1,200}$/.test(given)) {
      throw new ProblemError('invalid-input', {
        errors: [{ path: 'Idempotency-Key', message: '1–200 ASCII' }],
      })
    }
    const row = {
      person_id: c.var.person?.id ?? '',
      key: createHash('sha256').update(given).digest('hex'),
      request: await requestHash(app, c),
    }
    const known = await claim(app, row)
    if (known) return replay(known, given)
    try {
      await next()
    } finally {
      if (c.error || !c.res.ok) await forget(app, row)
    }
    if (!c.error && c.res.ok) await keep(app, row, c.res, given)
  })

interface Row {
  readonly person_id: string
  readonly key: string
  readonly request: string
}

/** Keyed, since the body may hold a password. */
async function requestHash(app: Pick<App, 'secret'>, c: ApiContext): Promise<string> {
  const hash = createHmac('sha256', app.secret)
  hash.update(`${c.req.method} ${c.req.path}\n`).update(Buffer.from(await c.req.arrayBuffer()))
  return hash.digest('hex')
}

/** Takes the key for this request, or gives the answer it already has. */
async function claim(
  app: Pick<App, 'store' | 'now'>,
  row: Row,
): Promise<{ readonly status: number; readonly body: string } | null> {
  return app.store.write(async (tx) => {
    const now = app.now()
    const before = (ms: number) => new Date(Date.parse(now) - ms).toISOString()
    await tx.deleteFrom('idempotency').where('created_at', '<', before(keptFor)).execute()
    await tx
      .deleteFrom('idempotency')
      .where('person_id', '=', row.person_id)
      .where('key', '=', row.key)
      .where('status', 'is', null)
      .where('created_at', '<', before(abandonedAfter))
      .execute()
    const taken = await tx
      .insertInto('idempotency')
      .values({ ...row, status: null, body: null, created_at: now })
      .onConflict((conflict) => conflict.columns(['person_id', 'key']).doNothing())
      .returning('key')
      .executeTakeFirst()
    if (taken) return null
    const known = await tx
      .selectFrom('idempotency')
      .select(['request', 'status', 'body'])
      .where('person_id', '=', row.person_id)
      .where('key', '=', row.key)
      .executeTakeFirstOrThrow()
    if (known.request !== row.request) throw new ProblemError('key-reused')
    if (known.status === null || known.body === null) throw new ProblemError('request-in-progress')
    return { status: known.status, body: known.body }
  })
}

async function keep(app: Pick<App, 'store'>, row: Row, response: Response, key: string): Promise<void> {
  const headers = [...response.headers].filter(([name]) =>
    ['content-type', 'set-cookie', 'set-auth-token', 'location'].includes(name),
  )
  const kept: Kept = { headers, body: await response.clone().text() }
  await app.store.write((tx) =>
    tx
      .updateTable('idempotency')
      .set({ status: response.status, body: encrypt(JSON.stringify(kept), key) })
      .where('person_id', '=', row.person_id)
      .where('key', '=', row.key)
      .execute(),
  )
}

async function forget(app: Pick<App, 'store'>, row: Row): Promise<void> {
  await app.store.write((tx) =>
    tx
      .deleteFrom('idempotency')
      .where('person_id', '=', row.person_id)
      .where('key', '=', row.key)
      .where('status', 'is', null)
      .execute(),
  )
}

function replay(known: { readonly status: number; readonly body: string }, key: string): Response {
  const kept: Kept = JSON.parse(decrypt(known.body, key))
  const headers = new Headers({ 'idempotency-replayed': 'true', 'cache-control': 'no-store' })
  for (const [name, value] of kept.headers) headers.append(name, value)
  return new Response(known.status === 204 ? null : kept.body, { status: known.status, headers })
}

const cipherKey = (key: string) => Buffer.from(hkdfSync('sha256', key, '', 'parley idempotent answer', 32))

function encrypt(text: string, key: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', cipherKey(key), iv)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64')
}

function decrypt(sealed: string, key: string): string {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', cipherKey(key), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
}

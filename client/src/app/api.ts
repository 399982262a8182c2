import { problemSchema } from '@parley/protocol'
import { currentLanguage } from './i18n.ts'
import { NoAnswerError, ProblemError } from './problem-error.ts'

/** What turns an answer into a value of the type it promises; a zod schema is one. */
export interface Reader<T> {
  parse(value: unknown): T
}

/** For answers without content. */
export const nothing: Reader<void> = { parse: () => undefined }

interface Options {
  readonly signal?: AbortSignal
  /** The same key for every try of one intent: the server carries it out once (`Idempotency-Key`). */
  readonly key?: string
  /** The answer is not needed while it would be the one of this tag (`If-None-Match`). */
  readonly tag?: string | null
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** An answer with the tag by which the server knows in which state it gave it; `null` where it gave none. */
export interface Tagged<T> {
  readonly tag: string | null
  readonly value: T
}

/** JSON over HTTP under `/api`: answers are checked against their schema, refusals throw `ProblemError`. */
export const api = {
  get: <T>(path: string, reader: Reader<T>, options?: Options) =>
    request('GET', path, reader, undefined, options),
  /** Reads what may have been read before; the very answer of before where it still stands. */
  getAgain: async <T>(
    path: string,
    reader: Reader<T>,
    before: Tagged<T> | undefined,
    options?: Options,
  ): Promise<Tagged<T>> => {
    const response = await send('GET', path, undefined, { ...options, tag: before?.tag ?? null })
    if (response.status === 304 && before) return before
    return { tag: response.headers.get('etag'), value: await read(response, reader) }
  },
  post: <T>(path: string, reader: Reader<T>, body: unknown, options?: Options) =>
    request('POST', path, reader, body, { ...options, key: options?.key ?? crypto.randomUUID() }),
  put: <T>(path: string, reader: Reader<T>, body: unknown, options?: Options) =>
    request('PUT', path, reader, body, options),
  patch: <T>(path: string, reader: Reader<T>, body: unknown, options?: Options) =>
    request('PATCH', path, reader, body, options),
  delete: <T>(path: string, reader: Reader<T>, options?: Options) =>
    request('DELETE', path, reader, undefined, options),
}

/** A path with its variable parts encoded: `` path`/projects/${id}` ``. */
export const path = (parts: TemplateStringsArray, ...values: readonly (string | number)[]) =>
  String.raw({ raw: parts }, ...values.map((value) => encodeURIComponent(value)))

async function request<T>(
  method: Method,
  address: string,
  reader: Reader<T>,
  body: unknown,
  options: Options | undefined,
): Promise<T> {
  return read(await send(method, address, body, options), reader)
}

async function read<T>(response: Response, reader: Reader<T>): Promise<T> {
  const answer = await readBody(response)
  if (!response.ok) throw refusal(response.status, answer)
  try {
    return reader.parse(answer)
  } catch (cause) {
    throw new NoAnswerError('unexpected', response.status, cause)
  }
}

async function send(method: Method, address: string, body: unknown, options: Options | undefined) {
  const headers = new Headers({ accept: 'application/json', 'accept-language': currentLanguage() })
  const isUpload = body instanceof FormData || body instanceof Blob
  if (body !== undefined && !isUpload) headers.set('content-type', 'application/json')
  if (options?.key) headers.set('idempotency-key', options.key)
  if (options?.tag) headers.set('if-none-match', options.tag)
  try {
    return await fetch(`/api${address}`, {
      method,
      headers,
      credentials: 'same-origin',
      ...(body !== undefined && { body: isUpload ? body : JSON.stringify(body) }),
      ...(options?.signal && { signal: options.signal }),
    })
  } catch (cause) {
    if (options?.signal?.aborted) throw cause
    throw new NoAnswerError('offline', null, cause)
  }
}

/** The body as JSON; `undefined` where there is none or where it is something else, e.g. a proxy's page. */
async function readBody(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

function refusal(status: number, answer: unknown): Error {
  const problem = problemSchema.safeParse(answer)
  if (problem.success) return new ProblemError(problem.data)
  return new NoAnswerError('server', status, answer)
}

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
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** JSON over HTTP under `/api`: answers are checked against their schema, refusals throw `ProblemError`. */
export const api = {
  get: <T>(path: string, reader: Reader<T>, options?: Options) =>
    request('GET', path, reader, undefined, options),
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
  const response = await send(method, address, body, options)
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

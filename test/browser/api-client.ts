/** An answer of the API with its body already read. */
type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

/** A program's or a browser's session over HTTP: keeps the cookies that the server sets. */
export type ApiClient = {
  /** Sends JSON (or a form, or text) to a path such as `/api/projects` and answers whatever came back. */
  readonly send: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<Answer>
  /** The same, but throws where the status is not 2xx, with what the server said. */
  readonly call: (
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ) => Promise<unknown>
  readonly cookies: ReadonlyMap<string, string>
}

const encode = (body: unknown): { content: BodyInit | null; type?: string } => {
  if (body === undefined) return { content: null }
  if (body instanceof FormData || body instanceof Blob) return { content: body }
  if (typeof body === 'string') return { content: body, type: 'text/plain' }
  return { content: JSON.stringify(body), type: 'application/json' }
}

const decode = async (response: Response): Promise<unknown> => {
  const text = await response.text()
  return /\bjson\b/.test(response.headers.get('content-type') ?? '') && text !== '' ? JSON.parse(text) : text
}

/** A new, signed-out client of the server at this address. */
export const createApiClient = (url: string): ApiClient => {
  const cookies = new Map<string, string>()

  const keepCookies = (response: Response): void => {
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';')
      const name = pair.slice(0, pair.indexOf('=')).trim()
      const value = pair.slice(pair.indexOf('=') + 1).trim()
      const isGone = value === '' || attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute))
      if (isGone) cookies.delete(name)
      else cookies.set(name, value)
    }
  }

  const send: ApiClient['send'] = async (method, path, body, headers = {}) => {
    const { content, type } = encode(body)
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(new URL(path, url), {
      method,
      body: content,
      redirect: 'manual',
      headers: {
        origin: url,
        ...(type ? { 'content-type': type } : {}),
        ...(cookie ? { cookie } : {}),
        ...headers,
      },
    })
    keepCookies(response)
    return { status: response.status, headers: response.headers, body: await decode(response) }
  }

  return {
    send,
    call: async (method, path, body, headers) => {
      const answer = await send(method, path, body, headers)
      if (answer.status >= 200 && answer.status < 300) return answer.body
      throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
    },
    cookies,
  }
}

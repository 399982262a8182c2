import type { OpenAPIHono } from '@hono/zod-openapi'
import type { ApiEnv } from './api-router.ts'
import { apiRouter } from './api-router.ts'
import { type ApiDocument, docsPage } from './docs-page.ts'

const description = `Everything that can be done on Parley's pages can be done by a program.

**Signing in.** \`POST /api/auth/sign-in/email\` with \`{"email", "password"}\` answers with a session cookie and, in the header
\`set-auth-token\`, a token to be sent as \`Authorization: Bearer …\`. Setting up and accepting an invitation answer with both too.

**Doing things once.** Every POST takes an \`Idempotency-Key\`: sent again with the same key and body, it answers as it did the
first time.

**Refusals** are problem details (RFC 9457, \`application/problem+json\`) with a \`code\` from a closed list, worded in English or
German by \`Accept-Language\`. What does not exist and what one may not see are answered alike.

**Live texts** are edited over \`/sync/{text}\` with the y-websocket protocol.`

/** `/openapi.json`, generated from the schemas that requests are checked by, and a page to read it. */
export function openApiRoutes(api: OpenAPIHono<ApiEnv>) {
  const routes = apiRouter()
  let document: ApiDocument | null = null
  const describe = () => {
    document ??= api.getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 'Parley', version: '1', description },
      servers: [{ url: '/api' }],
    })
    return document
  }
  routes.get('/openapi.json', (c) => c.json(describe()))
  routes.get('/docs', (c) => c.html(docsPage(describe())))
  return routes
}

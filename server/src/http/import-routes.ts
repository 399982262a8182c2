import { importPreviewSchema, previewImportSchema, tablePreviewSchema } from '@parley/protocol'
import type { App } from '../app.ts'
import { previewDraft } from '../import/preview-draft.ts'
import { readSource } from '../import/read-source.ts'
import { isUpload } from '../import/read-upload.ts'
import { apiRouter, signedIn } from './api-router.ts'
import { answers, createRoute, jsonBody, z } from './describe.ts'

const binary = { schema: { type: 'string', format: 'binary' } } as const

/** Reading files and showing what they would become; nothing is made here. */
export function importRoutes(app: App) {
  const routes = apiRouter()

  routes.openapi(
    createRoute({
      method: 'post',
      path: '/imports/table',
      tags: ['Import'],
      summary: 'Read a table from XLSX, CSV or pasted cells (text/plain), up to 20 MB',
      request: {
        query: z.object({ sheet: z.string().max(100).optional() }),
        body: {
          content: {
            'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': binary,
            'text/csv': binary,
            'text/plain': binary,
          },
        },
      },
      responses: answers(200, tablePreviewSchema, 'The table with a first guess at its columns'),
    }),
    async (c) => {
      signedIn(c)
      const json = await app.readers.read({
        type: 'table',
        bytes: new Uint8Array(await c.req.arrayBuffer()),
        isPasted: /^text\/plain\b/i.test(c.req.header('content-type') ?? ''),
        sheet: c.req.valid('query').sheet ?? null,
        language: c.var.language,
      })
      // reason: it is the JSON of what the route answers, already put into words
      return c.body(json, 200, { 'content-type': 'application/json' }) as never
    },
  )

  routes.openapi(
    createRoute({
      method: 'post',
      path: '/imports/preview',
      tags: ['Import'],
      summary: 'What a source would become; changes nothing',
      request: jsonBody(previewImportSchema),
      responses: answers(200, importPreviewSchema, 'Counts, first requirements, and what is lost'),
    }),
    async (c) => {
      const { id } = signedIn(c)
      const { language } = c.var
      const { source } = c.req.valid('json')
      const preview = isUpload(source)
        ? await app.readers.read({ type: 'preview', upload: source, language })
        : previewDraft(await readSource(app, source, id), language)
      return c.json(preview, 200)
    },
  )
  return routes
}

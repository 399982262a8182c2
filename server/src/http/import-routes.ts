import { readPastedTable, readTable, suggestMapping, type Table } from '@parley/exchange'
import { importPreviewSchema, previewImportSchema, tablePreviewSchema } from '@parley/protocol'
import type { App } from '../app.ts'
import { presentLosses } from '../import/present-losses.ts'
import { previewDraft } from '../import/preview-draft.ts'
import { readProblem } from '../import/read-problem.ts'
import { readSource } from '../import/read-source.ts'
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
      const { sheet } = c.req.valid('query')
      const bytes = new Uint8Array(await c.req.arrayBuffer())
      const isPasted = /^text\/plain\b/i.test(c.req.header('content-type') ?? '')
      const read = isPasted
        ? readPastedTable(new TextDecoder().decode(bytes))
        : readTable(bytes, sheet === undefined ? {} : { sheet })
      if (!read.ok) throw readProblem(read.problem, c.var.language)
      return c.json({ ...guess(read.value), losses: presentLosses(read.losses, c.var.language) }, 200)
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
      const asker = { person: signedIn(c).id, language: c.var.language }
      const draft = await readSource(app, c.req.valid('json').source, asker)
      return c.json(previewDraft(draft, c.var.language), 200)
    },
  )
  return routes
}

/** The table from its headings on, with a guess at what its columns hold. */
function guess(table: Table) {
  const { headerRow, columns } = suggestMapping(table)
  return {
    sheets: [...table.sheets],
    sheet: table.sheet,
    rows: table.rows.slice(headerRow ?? 0).map((row) => [...row]),
    header: headerRow !== null,
    columns: [...columns],
  }
}

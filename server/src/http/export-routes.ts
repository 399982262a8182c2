import { exportWords, writeMarkdown, writeXlsx } from '@parley/exchange'
import { type Language, languageSchema, type ProjectId } from '@parley/model'
import { problemSchema, type Version, versionSchema } from '@parley/protocol'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { exportDocument } from '../version/export-document.ts'
import { readExportExtras } from '../version/read-export-extras.ts'
import { readVersion } from '../version/read-version.ts'
import { apiRouter, signedIn } from './api-router.ts'
import { createRoute, projectParams, z } from './describe.ts'
import { readingSight } from './document-sight.ts'

const flag = z.enum(['0', '1']).default('0')

const query = z.object({
  version: versionSchema.default('now'),
  /** Language of headings and fixed words; the content stays as it is. */
  language: languageSchema.optional(),
  /** Adds the threads that only one's own party receives. */
  private: flag,
  /** Adds the words of the threads that both parties share. */
  threads: flag,
})

type Query = z.infer<typeof query>

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const markdown = 'text/markdown; charset=utf-8'

const file = (type: string, description: string) => ({
  200: { description, content: { [type]: { schema: z.string().meta({ format: 'binary' }) } } },
  default: {
    description: 'Refused: problem details (RFC 9457) in the language asked for',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
})

/** Versions as files. */
export function exportRoutes(app: App) {
  const routes = apiRouter()

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/projects/{project}/export.xlsx',
      tags: ['Versions'],
      summary: 'A version as a workbook, one row a requirement; private threads only where asked for',
      request: { params: projectParams, query },
      responses: file(xlsx, 'The workbook'),
    }),
    async (c) => {
      const asked = c.req.valid('query')
      const made = await makeDocument(app, c.req.valid('param').project, signedIn(c), asked, c.var.language)
      return download(await writeXlsx(made.document, made.words), xlsx, `${made.name}.xlsx`)
    },
  )

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/projects/{project}/export.md',
      tags: ['Versions'],
      summary: 'A version as Markdown; private threads only where asked for',
      request: { params: projectParams, query },
      responses: file(markdown, 'The document'),
    }),
    async (c) => {
      const asked = c.req.valid('query')
      const made = await makeDocument(app, c.req.valid('param').project, signedIn(c), asked, c.var.language)
      return download(writeMarkdown(made.document, made.words), markdown, `${made.name}.md`)
    },
  )
  return routes
}

async function makeDocument(app: App, project: ProjectId, person: SignedIn, asked: Query, spoken: Language) {
  const sight = await readingSight(app, project, person)
  const version = await readVersion(app.store.db, sight, asked.version, app.now())
  const extras = await readExportExtras(app.store.db, sight, version, {
    inFull: asked.threads === '1',
    own: asked.private === '1',
  })
  return {
    document: exportDocument(version, extras),
    words: exportWords(asked.language ?? spoken),
    name: fileName(version.project.name, asked.version, version.at),
  }
}

/** The project's name without what file systems refuse, and the version or, for "now", the day. */
function fileName(project: string, version: Version, at: string): string {
  const name = project
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return `${name.slice(0, 100) || 'Parley'} ${version === 'now' ? at.slice(0, 10) : `v${version}`}`
}

/** RFC 6266: a plain name for old programs, and the true one in UTF-8. */
function download(body: string | Uint8Array, type: string, name: string): Response {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  )
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      'cache-control': 'no-store',
    },
  })
}

import { idSchema } from '@parley/model'
import {
  documentSchema,
  guidanceListSchema,
  requirementSchema,
  textSchema,
  writeTextSchema,
} from '@parley/protocol'
import { etag } from 'hono/etag'
import type { App } from '../app.ts'
import { requirementAnswer, visibleRequirement } from '../commands/document-answer.ts'
import { writeText } from '../commands/write-text.ts'
import { presentDocument } from '../present/document.ts'
import { readDocument, readGuidance } from '../version/read-document.ts'
import { readSource } from '../version/read-parties.ts'
import { readSharedSince } from '../version/shared-since.ts'
import { apiRouter, signedIn } from './api-router.ts'
import { answers, createRoute, jsonBody, projectParams } from './describe.ts'
import { readingSight } from './document-sight.ts'

const requirementParams = projectParams.extend({ requirement: idSchema<'requirement'>() })
const textParams = projectParams.extend({ text: idSchema<'text'>() })

/** The document of a project: all of it, one requirement, its guidance, and the writing of its texts. */
export function documentRoutes(app: App) {
  const routes = apiRouter()

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/projects/{project}/document',
      tags: ['Document'],
      summary: 'The whole document as it stands, with the id of every text',
      request: { params: projectParams },
      // A tag over what the viewer receives, and nothing else, tells whether to send it again: one that moved with the
      // project would tell a party that the other had done something in private.
      middleware: etag(),
      responses: {
        ...answers(200, documentSchema, 'Sections and requirements'),
        304: { description: 'Unchanged since the answer whose `ETag` is named in `If-None-Match`' },
      },
    }),
    async (c) => {
      const sight = await readingSight(app, c.req.valid('param').project, signedIn(c))
      const state = await readDocument(app.store.db, sight.project.id)
      return c.json(presentDocument(state, sight, await readSharedSince(app.store.db, sight.project.id)), 200)
    },
  )

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/projects/{project}/requirements/{requirement}',
      tags: ['Document'],
      summary: 'One requirement as it stands',
      request: { params: requirementParams },
      responses: answers(200, requirementSchema, 'The requirement'),
    }),
    async (c) => {
      const { project, requirement } = c.req.valid('param')
      const sight = await readingSight(app, project, signedIn(c))
      return c.json(await requirementAnswer(app.store.db, sight, requirement), 200)
    },
  )

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/projects/{project}/requirements/{requirement}/guidance',
      tags: ['Document'],
      summary: 'The explanations that came with a requirement; not normative',
      request: { params: requirementParams },
      responses: answers(200, guidanceListSchema, 'Guidance and the source it came from'),
    }),
    async (c) => {
      const { project, requirement } = c.req.valid('param')
      const sight = await readingSight(app, project, signedIn(c))
      await visibleRequirement(app.store.db, sight, requirement)
      const guidance = await readGuidance(app.store.db, requirement)
      return c.json({ guidance, source: await readSource(app.store.db, sight.project) }, 200)
    },
  )

  routes.openapi(
    createRoute({
      method: 'patch',
      path: '/projects/{project}/texts/{text}',
      tags: ['Document'],
      summary: 'Replace the title or the whole content of a text by one edit, as if written live',
      request: { params: textParams, ...jsonBody(writeTextSchema) },
      responses: answers(200, textSchema, 'The text as it is now'),
    }),
    async (c) => {
      const { project, text } = c.req.valid('param')
      return c.json(await writeText(app, signedIn(c), project, text, c.req.valid('json')), 200)
    },
  )
  return routes
}

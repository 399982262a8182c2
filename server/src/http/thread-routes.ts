import { idSchema } from '@parley/model'
import {
  changeThreadSchema,
  openThreadSchema,
  threadSchema,
  threadsSchema,
  writeCommentSchema,
} from '@parley/protocol'
import type { App } from '../app.ts'
import { addComment } from '../commands/add-comment.ts'
import { changeThread } from '../commands/change-thread.ts'
import { editComment } from '../commands/edit-comment.ts'
import { openThread } from '../commands/open-thread.ts'
import { presentThread } from '../present/thread.ts'
import { readThreads } from '../version/read-threads.ts'
import { apiRouter, signedIn } from './api-router.ts'
import { answers, createRoute, jsonBody, projectParams, z } from './describe.ts'
import { readingSight } from './document-sight.ts'

const tags = ['Threads']
const threadParams = projectParams.extend({ thread: idSchema<'thread'>() })

/** Threads and their comments; nobody learns of a thread whose audience they are not in. */
export function threadRoutes(app: App) {
  const routes = apiRouter()

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/projects/{project}/threads',
      tags,
      summary: 'The threads one receives, of the project or of one requirement, oldest first',
      request: {
        params: projectParams,
        query: z.object({ requirement: idSchema<'requirement'>().optional() }),
      },
      responses: answers(200, threadsSchema, 'The threads'),
    }),
    async (c) => {
      const sight = await readingSight(app, c.req.valid('param').project, signedIn(c))
      const { requirement } = c.req.valid('query')
      const threads = await readThreads(app.store.db, sight.project.id, { requirement })
      const received = threads
        .map((thread) => presentThread(thread, sight))
        .filter((thread) => thread !== null)
      return c.json({ threads: received }, 200)
    },
  )

  routes.openapi(
    createRoute({
      method: 'post',
      path: '/projects/{project}/threads',
      tags,
      summary: "Open a thread for one of the project's audiences, on a requirement or on words in its text",
      request: { params: projectParams, ...jsonBody(openThreadSchema) },
      responses: answers(201, threadSchema, 'The new thread'),
    }),
    async (c) => {
      const { project } = c.req.valid('param')
      return c.json(await openThread(app, signedIn(c), project, c.req.valid('json')), 201)
    },
  )

  routes.openapi(
    createRoute({
      method: 'patch',
      path: '/projects/{project}/threads/{thread}',
      tags,
      summary: 'Resolve or reopen a thread',
      request: { params: threadParams, ...jsonBody(changeThreadSchema) },
      responses: answers(200, threadSchema, 'The thread as it is now'),
    }),
    async (c) => {
      const { project, thread } = c.req.valid('param')
      return c.json(await changeThread(app, signedIn(c), project, thread, c.req.valid('json')), 200)
    },
  )

  routes.openapi(
    createRoute({
      method: 'post',
      path: '/projects/{project}/threads/{thread}/comments',
      tags,
      summary: 'Reply in a thread',
      request: { params: threadParams, ...jsonBody(writeCommentSchema) },
      responses: answers(201, threadSchema, 'The thread with the new comment'),
    }),
    async (c) => {
      const { project, thread } = c.req.valid('param')
      return c.json(await addComment(app, signedIn(c), project, thread, c.req.valid('json')), 201)
    },
  )

  routes.openapi(
    createRoute({
      method: 'patch',
      path: '/projects/{project}/comments/{comment}',
      tags,
      summary: "Edit one's own comment",
      request: {
        params: projectParams.extend({ comment: idSchema<'comment'>() }),
        ...jsonBody(writeCommentSchema),
      },
      responses: answers(200, threadSchema, 'The thread with the edited comment'),
    }),
    async (c) => {
      const { project, comment } = c.req.valid('param')
      return c.json(await editComment(app, signedIn(c), project, comment, c.req.valid('json')), 200)
    },
  )
  return routes
}

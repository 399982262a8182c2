import {
  changeProjectSchema,
  createProjectSchema,
  projectSchema,
  projectSummarySchema,
  startRefinementSchema,
} from '@parley/protocol'
import type { App } from '../app.ts'
import { createProject } from '../commands/create-project.ts'
import { renameProject } from '../commands/rename-project.ts'
import { startRefinement } from '../commands/start-refinement.ts'
import { presentProject } from '../present/project.ts'
import { readProjectList } from '../present/project-list.ts'
import { permit } from '../project/permit.ts'
import { loadSight } from '../project/viewer.ts'
import { apiRouter, signedIn } from './api-router.ts'
import { answers, createRoute, jsonBody, projectParams, z } from './describe.ts'

/** Projects: their list, their creation from every source, their name and phase. */
export function projectRoutes(app: App) {
  const routes = apiRouter()

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/projects',
      tags: ['Project'],
      summary: 'The projects one takes part in, newest first',
      responses: answers(200, z.array(projectSummarySchema), 'The projects'),
    }),
    async (c) => c.json(await readProjectList(app.store.db, signedIn(c).id), 200),
  )

  routes.openapi(
    createRoute({
      method: 'post',
      path: '/projects',
      tags: ['Project'],
      summary: 'Create a project, empty or from the template, a catalogue, a table or another project',
      request: jsonBody(createProjectSchema),
      responses: answers(201, projectSchema, 'Created'),
    }),
    async (c) => c.json(await createProject(app, signedIn(c), c.req.valid('json')), 201),
  )

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/projects/{project}',
      tags: ['Project'],
      summary: 'A project as one may see it',
      request: { params: projectParams },
      responses: answers(200, projectSchema, 'The project'),
    }),
    async (c) => {
      const sight = await loadSight(app.store.db, c.req.valid('param').project, signedIn(c).id)
      permit(sight, 'project.see')
      return c.json(presentProject(sight), 200)
    },
  )

  routes.openapi(
    createRoute({
      method: 'patch',
      path: '/projects/{project}',
      tags: ['Project'],
      summary: 'Rename a project',
      request: { params: projectParams, ...jsonBody(changeProjectSchema) },
      responses: answers(200, projectSchema, 'The project as it is now'),
    }),
    async (c) => {
      const { project } = c.req.valid('param')
      return c.json(await renameProject(app, signedIn(c), project, c.req.valid('json')), 200)
    },
  )

  routes.openapi(
    createRoute({
      method: 'post',
      path: '/projects/{project}/refinement',
      tags: ['Project'],
      summary: 'Start refinement with a provider: takes a snapshot and moves the project on',
      request: { params: projectParams, ...jsonBody(startRefinementSchema) },
      responses: answers(200, projectSchema, 'The project, now in refinement'),
    }),
    async (c) => {
      const { project } = c.req.valid('param')
      return c.json(await startRefinement(app, signedIn(c), project, c.req.valid('json')), 200)
    },
  )
  return routes
}

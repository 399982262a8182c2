import { idSchema } from '@parley/model'
import { changeMemberSchema, peopleSchema } from '@parley/protocol'
import type { App } from '../app.ts'
import { changeMember, removeMember } from '../commands/change-member.ts'
import { readPeople } from '../present/people.ts'
import { permit } from '../project/permit.ts'
import { loadSight } from '../project/viewer.ts'
import { apiRouter, signedIn } from './api-router.ts'
import { answers, answersNothing, createRoute, jsonBody, projectParams } from './describe.ts'

const memberParams = projectParams.extend({ member: idSchema<'member'>() })

/** The parties of a project and their members. */
export function peopleRoutes(app: App) {
  const routes = apiRouter()

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/projects/{project}/people',
      tags: ['People'],
      summary: 'Parties, members and open invitations, as far as one may know them',
      request: { params: projectParams },
      responses: answers(200, peopleSchema, 'The people'),
    }),
    async (c) => {
      const sight = await loadSight(app.store.db, c.req.valid('param').project, signedIn(c).id)
      permit(sight, 'project.see')
      return c.json(await readPeople(app.store.db, sight, app.now()), 200)
    },
  )

  routes.openapi(
    createRoute({
      method: 'patch',
      path: '/projects/{project}/members/{member}',
      tags: ['People'],
      summary: 'Change role or function of a member of one’s own party',
      request: { params: memberParams, ...jsonBody(changeMemberSchema) },
      responses: answersNothing('Changed'),
    }),
    async (c) => {
      const { project, member } = c.req.valid('param')
      await changeMember(app, signedIn(c), project, member, c.req.valid('json'))
      return c.body(null, 204)
    },
  )

  routes.openapi(
    createRoute({
      method: 'delete',
      path: '/projects/{project}/members/{member}',
      tags: ['People'],
      summary: 'Remove a member of one’s own party',
      request: { params: memberParams },
      responses: answersNothing('Removed'),
    }),
    async (c) => {
      const { project, member } = c.req.valid('param')
      await removeMember(app, signedIn(c), project, member)
      return c.body(null, 204)
    },
  )
  return routes
}

import { idSchema } from '@parley/model'
import { positionBasisSchema, requirementSchema, setPositionSchema } from '@parley/protocol'
import type { App } from '../app.ts'
import { requirementAnswer } from '../commands/document-answer.ts'
import { setPosition } from '../commands/set-position.ts'
import { ProblemError } from '../problem-error.ts'
import { readPositionBasis } from '../version/position-basis.ts'
import { apiRouter, signedIn } from './api-router.ts'
import { answers, createRoute, jsonBody, projectParams } from './describe.ts'
import { readingSight } from './document-sight.ts'

const tags = ['Positions']
const requirementParams = projectParams.extend({ requirement: idSchema<'requirement'>() })

/** Where the parties stand on requirements. */
export function positionRoutes(app: App) {
  const routes = apiRouter()

  routes.openapi(
    createRoute({
      method: 'put',
      path: '/projects/{project}/requirements/{requirement}/position',
      tags,
      summary: "Say where one's party stands on a requirement as it was seen; leads only",
      request: { params: requirementParams, ...jsonBody(setPositionSchema) },
      responses: answers(200, requirementSchema, 'The requirement with its positions'),
    }),
    async (c) => {
      const { project, requirement } = c.req.valid('param')
      return c.json(await setPosition(app, signedIn(c), project, requirement, c.req.valid('json')), 200)
    },
  )

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/projects/{project}/requirements/{requirement}/positions/{party}/basis',
      tags,
      summary: "The content a party's position was given on",
      request: { params: requirementParams.extend({ party: idSchema<'party'>() }) },
      responses: answers(200, positionBasisSchema, 'The content then'),
    }),
    async (c) => {
      const { project, requirement, party } = c.req.valid('param')
      const sight = await readingSight(app, project, signedIn(c))
      const { positions } = await requirementAnswer(app.store.db, sight, requirement)
      const isKnown = positions.some((position) => position.party === party)
      const basis = isKnown ? await readPositionBasis(app.store.db, requirement, party) : null
      if (!basis) throw new ProblemError('not-found')
      return c.json(basis, 200)
    },
  )
  return routes
}

import { idSchema } from '@parley/model'
import { addParameterSchema, changeParameterSchema, parameterSchema } from '@parley/protocol'
import type { App } from '../app.ts'
import { addParameter } from '../commands/add-parameter.ts'
import { changeParameter } from '../commands/change-parameter.ts'
import { removeParameter } from '../commands/remove-parameter.ts'
import { apiRouter, signedIn } from './api-router.ts'
import { answers, answersNothing, createRoute, jsonBody, projectParams } from './describe.ts'

const tags = ['Document']
const requirementParams = projectParams.extend({ requirement: idSchema<'requirement'>() })
const parameterParams = projectParams.extend({ parameter: idSchema<'parameter'>() })

/** Parameters: the blanks of requirements and their values. */
export function documentParameterRoutes(app: App) {
  const routes = apiRouter()

  routes.openapi(
    createRoute({
      method: 'post',
      path: '/projects/{project}/requirements/{requirement}/parameters',
      tags,
      summary: 'Add a parameter; its chip {type: "parameter", attrs: {id}} is put in by an edit of the text',
      request: { params: requirementParams, ...jsonBody(addParameterSchema) },
      responses: answers(201, parameterSchema, 'The new parameter'),
    }),
    async (c) => {
      const { project, requirement } = c.req.valid('param')
      return c.json(await addParameter(app, signedIn(c), project, requirement, c.req.valid('json')), 201)
    },
  )

  routes.openapi(
    createRoute({
      method: 'patch',
      path: '/projects/{project}/parameters/{parameter}',
      tags,
      summary: 'Fill a parameter or change what it is; what is left out stays',
      request: { params: parameterParams, ...jsonBody(changeParameterSchema) },
      responses: answers(200, parameterSchema, 'The parameter as it is now'),
    }),
    async (c) => {
      const { project, parameter } = c.req.valid('param')
      return c.json(await changeParameter(app, signedIn(c), project, parameter, c.req.valid('json')), 200)
    },
  )

  routes.openapi(
    createRoute({
      method: 'delete',
      path: '/projects/{project}/parameters/{parameter}',
      tags,
      summary: 'Remove a parameter whose chip no longer stands in the text',
      request: { params: parameterParams },
      responses: answersNothing('Removed'),
    }),
    async (c) => {
      const { project, parameter } = c.req.valid('param')
      await removeParameter(app, signedIn(c), project, parameter)
      return c.body(null, 204)
    },
  )
  return routes
}

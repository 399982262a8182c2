import { idSchema } from '@parley/model'
import {
  addRequirementSchema,
  addSectionSchema,
  changeRequirementSchema,
  moveRequirementSchema,
  moveSectionSchema,
  requirementSchema,
  sectionSchema,
  withdrawSchema,
} from '@parley/protocol'
import type { App } from '../app.ts'
import { addRequirement } from '../commands/add-requirement.ts'
import { addSection } from '../commands/add-section.ts'
import { changeRequirement } from '../commands/change-requirement.ts'
import { moveRequirement } from '../commands/move-requirement.ts'
import { moveSection } from '../commands/move-section.ts'
import { withdrawRequirement } from '../commands/withdraw-requirement.ts'
import { withdrawSection } from '../commands/withdraw-section.ts'
import { apiRouter, signedIn } from './api-router.ts'
import { answers, createRoute, jsonBody, projectParams } from './describe.ts'

const tags = ['Document']
const sectionParams = projectParams.extend({ section: idSchema<'section'>() })
const requirementParams = projectParams.extend({ requirement: idSchema<'requirement'>() })

/** The outline: adding, moving and withdrawing of sections and requirements, and the fields of requirements. */
export function documentOutlineRoutes(app: App) {
  const routes = apiRouter()

  routes.openapi(
    createRoute({
      method: 'post',
      path: '/projects/{project}/sections',
      tags,
      summary: 'Add a section',
      request: { params: projectParams, ...jsonBody(addSectionSchema) },
      responses: answers(201, sectionSchema, 'The new section'),
    }),
    async (c) => {
      const { project } = c.req.valid('param')
      return c.json(await addSection(app, signedIn(c), project, c.req.valid('json')), 201)
    },
  )

  routes.openapi(
    createRoute({
      method: 'post',
      path: '/projects/{project}/sections/{section}/move',
      tags,
      summary: 'Move a section with all it holds',
      request: { params: sectionParams, ...jsonBody(moveSectionSchema) },
      responses: answers(200, sectionSchema, 'The section as it is now'),
    }),
    async (c) => {
      const { project, section } = c.req.valid('param')
      return c.json(await moveSection(app, signedIn(c), project, section, c.req.valid('json')), 200)
    },
  )

  routes.openapi(
    createRoute({
      method: 'post',
      path: '/projects/{project}/sections/{section}/withdrawal',
      tags,
      summary: 'Withdraw a section with all it holds, or bring back what was withdrawn with it',
      request: { params: sectionParams, ...jsonBody(withdrawSchema) },
      responses: answers(200, sectionSchema, 'The section as it is now'),
    }),
    async (c) => {
      const { project, section } = c.req.valid('param')
      return c.json(await withdrawSection(app, signedIn(c), project, section, c.req.valid('json')), 200)
    },
  )

  routes.openapi(
    createRoute({
      method: 'post',
      path: '/projects/{project}/requirements',
      tags,
      summary: 'Add a requirement, which is given the next number',
      request: { params: projectParams, ...jsonBody(addRequirementSchema) },
      responses: answers(201, requirementSchema, 'The new requirement'),
    }),
    async (c) => {
      const { project } = c.req.valid('param')
      return c.json(await addRequirement(app, signedIn(c), project, c.req.valid('json')), 201)
    },
  )

  routes.openapi(
    createRoute({
      method: 'post',
      path: '/projects/{project}/requirements/{requirement}/move',
      tags,
      summary: 'Move a requirement with its children',
      request: { params: requirementParams, ...jsonBody(moveRequirementSchema) },
      responses: answers(200, requirementSchema, 'The requirement as it is now'),
    }),
    async (c) => {
      const { project, requirement } = c.req.valid('param')
      return c.json(await moveRequirement(app, signedIn(c), project, requirement, c.req.valid('json')), 200)
    },
  )

  routes.openapi(
    createRoute({
      method: 'patch',
      path: '/projects/{project}/requirements/{requirement}',
      tags,
      summary: 'Change fields of a requirement; those left out stay',
      request: { params: requirementParams, ...jsonBody(changeRequirementSchema) },
      responses: answers(200, requirementSchema, 'The requirement as it is now'),
    }),
    async (c) => {
      const { project, requirement } = c.req.valid('param')
      return c.json(await changeRequirement(app, signedIn(c), project, requirement, c.req.valid('json')), 200)
    },
  )

  routes.openapi(
    createRoute({
      method: 'post',
      path: '/projects/{project}/requirements/{requirement}/withdrawal',
      tags,
      summary: 'Withdraw a requirement with its children, or bring it back',
      request: { params: requirementParams, ...jsonBody(withdrawSchema) },
      responses: answers(200, requirementSchema, 'The requirement as it is now'),
    }),
    async (c) => {
      const { project, requirement } = c.req.valid('param')
      const changed = await withdrawRequirement(app, signedIn(c), project, requirement, c.req.valid('json'))
      return c.json(changed, 200)
    },
  )
  return routes
}

import { createRoute, z } from '@hono/zod-openapi'
import { idSchema } from '@parley/model'
import { problemSchema } from '@parley/protocol'

const problemAnswer = {
  description: 'Refused: problem details (RFC 9457) in the language asked for',
  content: { 'application/problem+json': { schema: problemSchema } },
}

/** The answers of a route: one that carries out the request, and problem details for every refusal. */
export const answers = <Status extends 200 | 201, Schema extends z.ZodType>(
  status: Status,
  schema: Schema,
  description: string,
) =>
  ({
    [status]: { description, content: { 'application/json': { schema } } },
    default: problemAnswer,
  }) as { [S in Status]: { description: string; content: { 'application/json': { schema: Schema } } } }

/** The answers of a route that has nothing to say. */
export const answersNothing = (description: string) =>
  ({ 204: { description }, default: problemAnswer }) as { 204: { description: string } }

/** A JSON body of a schema, required. */
export const jsonBody = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true, content: { 'application/json': { schema } } },
})

/** A project's id in the address. */
export const projectParams = z.object({ project: idSchema<'project'>() })

export { createRoute, z }

import { idSchema } from '@parley/model'
import {
  acceptedInvitationSchema,
  acceptInvitationSchema,
  invitationOfferSchema,
  invitedSchema,
  inviteSchema,
} from '@parley/protocol'
import type { App } from '../app.ts'
import { acceptInvitation } from '../commands/accept-invitation.ts'
import { invitationLink } from '../commands/invitation-token.ts'
import { invite, revokeInvitation } from '../commands/invite.ts'
import { readOffer } from '../present/invitation.ts'
import { ProblemError } from '../problem-error.ts'
import { type ApiContext, apiRouter, signedIn } from './api-router.ts'
import { answers, answersNothing, createRoute, jsonBody, projectParams, z } from './describe.ts'
import { invitationLetter } from './invitation-letter.ts'
import { withSession } from './with-session.ts'

const tokenParams = z.object({ token: z.string().min(1).max(100) })

/** Invitations: made and taken back by leads, looked at and accepted by whoever holds the link. */
export function invitationRoutes(app: App) {
  const routes = apiRouter()

  routes.openapi(
    createRoute({
      method: 'post',
      path: '/projects/{project}/invitations',
      tags: ['Invitation'],
      summary: 'Invite a person into one’s own party, or an organisation as a new provider',
      request: { params: projectParams, ...jsonBody(inviteSchema) },
      responses: answers(201, invitedSchema, 'Invited; the only time the link is shown'),
    }),
    async (c) => {
      const person = signedIn(c)
      const { project } = c.req.valid('param')
      const input = c.req.valid('json')
      const made = await invite(app, person, project, input)
      const link = invitationLink(linkOrigin(app, c), made.token)
      const invitation = {
        id: made.id,
        party: made.party,
        email: input.email?.toLowerCase() ?? null,
        role: input.role,
        function: input.function,
        invitedBy: person.name,
        createdAt: made.createdAt,
        expiresAt: made.expiresAt,
      }
      const mailed = input.email !== null && (await mailLink(app, c, made.token, input.email, link))
      return c.json({ invitation, link, mailed }, 201)
    },
  )

  routes.openapi(
    createRoute({
      method: 'delete',
      path: '/projects/{project}/invitations/{invitation}',
      tags: ['Invitation'],
      summary: 'Take an invitation back before it is accepted',
      request: { params: projectParams.extend({ invitation: idSchema<'invitation'>() }) },
      responses: answersNothing('Taken back'),
    }),
    async (c) => {
      const { project, invitation } = c.req.valid('param')
      await revokeInvitation(app, signedIn(c), project, invitation)
      return c.body(null, 204)
    },
  )

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/invitations/{token}',
      tags: ['Invitation'],
      summary: 'What an invitation offers to whoever holds its link',
      request: { params: tokenParams },
      responses: answers(200, invitationOfferSchema, 'The offer'),
    }),
    async (c) => c.json(await readOffer(app.store.db, c.req.valid('param').token, app.now()), 200),
  )

  routes.openapi(
    createRoute({
      method: 'post',
      path: '/invitations/{token}/accept',
      tags: ['Invitation'],
      summary: 'Accept an invitation, as a new person or as the one signed in',
      request: { params: tokenParams, ...jsonBody(acceptInvitationSchema) },
      responses: answers(200, acceptedInvitationSchema, 'Accepted; a new person is signed in'),
    }),
    async (c) => {
      const { token } = c.req.valid('param')
      const input = c.req.valid('json')
      const answer = c.json(await acceptInvitation(app, c.var.person, token, input), 200)
      return input.newPerson ? withSession(app, c, input.newPerson, answer) : answer
    },
  )
  return routes
}

/** Where links lead: the address that was set, else the one by which whoever asks reaches the server. */
function linkOrigin(app: App, c: ApiContext): string {
  const host = c.req.header('host')
  return app.config.publicUrlGiven || !host ? app.config.publicUrl : `http://${host}`
}

/** Sends the link; where the mail server does not take it, it is still there to be copied. */
async function mailLink(app: App, c: ApiContext, token: string, to: string, link: string): Promise<boolean> {
  if (!app.mail) return false
  try {
    const offer = await readOffer(app.store.db, token, app.now())
    await app.mail.send(invitationLetter(offer, to, link, c.var.language))
    return true
  } catch (error) {
    if (error instanceof ProblemError) throw error
    app.log.warn({ err: error }, 'an invitation could not be mailed')
    return false
  }
}

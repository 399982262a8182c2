import type { PartyId, PersonId, ProjectId, Role, TextId } from '@parley/model'
import { documentSchema, invitedSchema, meSchema, projectSchema } from '@parley/protocol'
import { type ApiClient, createApiClient } from '../browser/index.ts'

const password = 'a long enough pass phrase'

/** A person of a project: their session, and who they are. */
export interface Member {
  readonly session: ApiClient
  readonly person: PersonId
  readonly member: string
  readonly party: PartyId
}

/** A project in `specify`, with some of its texts. */
export interface SampleProject {
  readonly id: ProjectId
  readonly ann: Member
  readonly texts: readonly [TextId, TextId, TextId]
  /** Somebody more: of the client, or the first of a new provider. */
  join(name: string, role: Role, provider?: string): Promise<Member>
}

/** Sets a new server up: Ann, a lead of the client, has made a project from the starter template. */
export async function setUpProject(url: string): Promise<SampleProject> {
  const session = createApiClient(url)
  const account = { name: 'Ann', email: 'ann@example.org', password }
  await session.call('POST', '/api/setup', { ...account, organisation: 'Client' })
  const { organisations } = meSchema.parse(await session.call('GET', '/api/me'))
  const input = { name: 'Faults', language: 'en', organisation: organisations[0]?.id }
  const source = { kind: 'template', language: 'en' }
  const { id, viewer } = projectSchema.parse(
    await session.call('POST', '/api/projects', { ...input, source }),
  )
  const document = documentSchema.parse(await session.call('GET', `/api/projects/${id}/document`))
  const [one, two, three] = document.requirements.map(({ text }) => text.id)
  if (!one || !two || !three) throw new Error('expected three texts')
  return {
    id,
    ann: await memberOf(session, id),
    texts: [one, two, three],
    async join(name, role, provider) {
      const into = provider === undefined ? { party: viewer.party } : { newProvider: provider }
      const invitation = { into, email: null, role, function: 'legal' }
      const invited = await session.call('POST', `/api/projects/${id}/invitations`, invitation)
      const token = invitedSchema.parse(invited).link.split('/').at(-1)
      const newPerson = { name, email: `${name.toLowerCase()}@example.org`, password }
      const other = createApiClient(url)
      await other.call('POST', `/api/invitations/${token}/accept`, { newPerson })
      return memberOf(other, id)
    },
  }
}

async function memberOf(session: ApiClient, project: ProjectId): Promise<Member> {
  const me = meSchema.parse(await session.call('GET', '/api/me'))
  const { viewer } = projectSchema.parse(await session.call('GET', `/api/projects/${project}`))
  return { session, person: me.person.id, member: viewer.member, party: viewer.party }
}

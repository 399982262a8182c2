import type { Answer, TestClient } from './test-client.ts'
import type { TestServer } from './test-server.ts'

export const password = 'correct horse battery'

/** The first person of an installation, signed in. */
export async function setUpAda(server: TestServer): Promise<{ ada: TestClient; organisation: string }> {
  const ada = server.client()
  const answer = expectStatus(
    await ada.post('/api/setup', {
      name: 'Ada Client',
      email: 'Ada@Client.example',
      password,
      organisation: 'Client plc',
    }),
    201,
  )
  return { ada, organisation: answer.body.organisations[0].id }
}

/** A project of the client's, empty unless a source is given. */
export async function createProject(
  client: TestClient,
  organisation: string,
  source: unknown = { kind: 'empty' },
): Promise<string> {
  const input = { name: 'Data centre', language: 'en', organisation, source }
  return expectStatus(await client.post('/api/projects', input), 201).body.id
}

/** Invites a new provider and accepts as its first lead. */
export async function joinAsProvider(
  server: TestServer,
  lead: TestClient,
  project: string,
  name: string,
): Promise<{ client: TestClient; party: string }> {
  const invited = await lead.post(`/api/projects/${project}/invitations`, {
    into: { newProvider: name },
    email: null,
    role: 'lead',
    function: 'service-manager',
  })
  const { invitation, link } = expectStatus(invited, 201).body
  return { client: await acceptAs(server, link, `Lead of ${name}`), party: invitation.party }
}

/** Accepts an invitation's link as a new person, who is signed in from then on. */
export async function acceptAs(server: TestServer, link: string, name: string): Promise<TestClient> {
  const client = server.client()
  const email = `${name
    .toLowerCase()
    .match(/[a-z0-9]+/g)
    ?.join('.')}@example.org`
  const answer = await client.post(`/api/invitations/${tokenOf(link)}/accept`, {
    newPerson: { name, email, password },
  })
  expectStatus(answer, 200)
  return client
}

export const tokenOf = (link: string) => new URL(link).pathname.split('/').at(-1) ?? ''

/** Fails with the whole answer where the status is another. */
export function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status !== status) {
    throw new Error(`expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`)
  }
  return answer
}

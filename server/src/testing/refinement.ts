import { acceptAs, createProject, expectStatus, joinAsProvider, setUpAda } from './people.ts'
import type { Answer, TestClient } from './test-client.ts'
import type { TestServer } from './test-server.ts'

/** A project of a client and one provider, with what tests do in it. */
export interface Refinement {
  readonly project: string
  /** Path of the project under the API. */
  readonly base: string
  /** Lead of the client. */
  readonly ada: TestClient
  /** Lead of the provider. */
  readonly bob: TestClient
  readonly client: string
  readonly provider: string
  /** Moves the project to `refine`. */
  start(): Promise<void>
  /** Somebody more of a party. */
  join(lead: TestClient, role: string, name: string): Promise<TestClient>
}

/** Sets a server up with a project that is still in `specify`. */
export async function prepareRefinement(server: TestServer, source?: unknown): Promise<Refinement> {
  const { ada, organisation } = await setUpAda(server)
  const project = await createProject(ada, organisation, source)
  const { client: bob, party: provider } = await joinAsProvider(server, ada, project, 'Hosting AG')
  const base = `/api/projects/${project}`
  const client: string = (await ada.get(base)).body.viewer.party
  return {
    project,
    base,
    ada,
    bob,
    client,
    provider,
    async start() {
      expectStatus(await ada.post(`${base}/refinement`, { provider }), 200)
    },
    async join(lead, role, name) {
      const party = (await lead.get(base)).body.viewer.party
      const invitation = { into: { party }, email: null, role, function: 'legal' }
      const { link } = expectStatus(await lead.post(`${base}/invitations`, invitation), 201).body
      return acceptAs(server, link, name)
    },
  }
}

/** Adds a section at the end of the outermost ones, or behind `place`. */
export async function addSection(person: TestClient, base: string, title: string, place: object = {}) {
  const section = { parent: null, after: null, title, ...place }
  return expectStatus(await person.post(`${base}/sections`, section), 201).body
}

/** Adds a requirement first in a section, or at `place`. */
export async function addRequirement(
  person: TestClient,
  base: string,
  section: string,
  title: string,
  place: object = {},
) {
  const requirement = { section, parent: null, after: null, title, ...place }
  return expectStatus(await person.post(`${base}/requirements`, requirement), 201).body
}

/** The code of a refusal, or the status of what was not refused. */
export const codeOf = ({ status, body }: Answer): string | number => body?.code ?? status

/** Says where a lead's party stands on a requirement as it is now. */
export async function answer(
  lead: TestClient,
  base: string,
  requirement: string,
  stance: string,
  words = '',
) {
  const { fingerprint } = expectStatus(await lead.get(`${base}/requirements/${requirement}`), 200).body
  const position = { stance, words, fingerprint }
  return expectStatus(await lead.send('PUT', `${base}/requirements/${requirement}/position`, position), 200)
    .body
}

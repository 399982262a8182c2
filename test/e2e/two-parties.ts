import type { ImportSource } from '@parley/protocol'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { type ApiClient, createApiClient, openBrowser, type Parley, startParley } from '../browser/index.ts'

const password = 'vier wörter und ein punkt.'

/** A project in refinement between two organisations, each with one signed-in lead. */
export interface TwoParties {
  readonly anna: ApiClient
  readonly jonas: ApiClient
  readonly project: string
  readonly clientParty: string
  readonly providerParty: string
}

interface IdOnly {
  readonly id: string
}

interface Project extends IdOnly {
  readonly parties: readonly (IdOnly & { readonly kind: string })[]
}

interface Invited {
  readonly link: string
  readonly invitation: { readonly party: string }
}

// What the API answers is checked by its own tests; here it only sets the scene.
const post = <Answer>(client: ApiClient, path: string, body: unknown) =>
  client.call('POST', path, body) as Promise<Answer>

/** Makes the project over HTTP, by default from the starter template, in English. */
export async function setUpTwoParties(
  parley: Parley,
  language: 'en' | 'de' = 'en',
  source: ImportSource = { kind: 'template', language },
): Promise<TwoParties> {
  const anna = createApiClient(parley.url)
  await anna.call('POST', '/api/setup', {
    name: 'Anna Weber',
    email: 'anna@stadtwerke.example',
    password,
    organisation: 'Stadtwerke Musterstadt',
  })
  const me = (await anna.call('GET', '/api/me')) as { readonly organisations: readonly IdOnly[] }
  const project = await post<Project>(anna, '/api/projects', {
    name: 'Data centre 2027',
    language,
    organisation: me.organisations[0]?.id,
    source,
  })
  const invited = await post<Invited>(anna, `/api/projects/${project.id}/invitations`, {
    into: { newProvider: 'Nordlicht IT' },
    email: null,
    role: 'lead',
    function: 'service-manager',
  })
  const jonas = createApiClient(parley.url)
  await jonas.call('POST', `/api/invitations/${invited.link.split('/').at(-1)}/accept`, {
    newPerson: { name: 'Jonas Lindt', email: 'jonas@nordlicht.example', password },
  })
  const provider = invited.invitation.party
  await post(anna, `/api/projects/${project.id}/refinement`, { provider })
  const client = project.parties.find(({ kind }) => kind === 'client')
  return { anna, jonas, project: project.id, clientParty: client?.id ?? '', providerParty: provider }
}

/** What the tests of a file share. */
export interface Stage {
  readonly browser: Browser
  readonly parley: Parley
  readonly parties: TwoParties
}

/** Opens a browser and a server with both parties for the tests of a file, and closes them afterwards. */
export function useStage(source?: ImportSource): Stage {
  // reason: filled before the first test runs
  const stage = {} as Stage
  beforeAll(async () => {
    const browser = await openBrowser()
    const parley = await startParley()
    Object.assign(stage, { browser, parley, parties: await setUpTwoParties(parley, 'en', source) })
  })
  afterAll(async () => {
    await stage.browser.close()
    await stage.parley[Symbol.asyncDispose]()
  })
  return stage
}

import type { ImportSource } from '@parley/protocol'
import { acceptedInvitationSchema, invitedSchema, meSchema, projectSchema } from '@parley/protocol'
import { type Browser, type BrowserContext, chromium } from 'playwright-core'
import { type ApiClient, createApiClient } from '../../browser/api-client.ts'
import { chromiumAdvice, chromiumFlags, findChromium } from '../../browser/chromium.ts'
import { type Parley, startParley } from '../../browser/parley.ts'

/** The real server on a data folder of its own, its first person signed in, and the system's Chromium. */
export interface World extends AsyncDisposable {
  readonly parley: Parley
  readonly browser: Browser
  readonly client: ApiClient
  /** Creates a project of the first person's and answers its id. */
  readonly create: (source: ImportSource) => Promise<string>
}

const password = 'correct horse battery'

/** Starts all of it; disposing ends it and removes the data. */
export const startWorld = async (): Promise<World> => {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error(`No Chromium: ${chromiumAdvice}`)
  const parley = await startParley({ env: { LOG_LEVEL: 'error' } })
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags], headless: true })
  const client = createApiClient(parley.url)
  const person = { name: 'Ada Client', email: 'ada@client.example', password, organisation: 'Client plc' }
  const me = meSchema.parse(await client.call('POST', '/api/setup', person))
  const organisation = me.organisations[0]?.id
  return {
    parley,
    browser,
    client,
    create: async (source) => {
      const input = { name: 'Data centre', language: 'en', organisation, source }
      return projectSchema.parse(await client.call('POST', '/api/projects', input)).id
    },
    [Symbol.asyncDispose]: async () => {
      await browser.close()
      await parley[Symbol.asyncDispose]()
    },
  }
}

/** Invites a provider, lets its lead accept, and starts refinement with it; answers the provider's session. */
export const refineWithProvider = async ({ parley, client }: World, project: string): Promise<ApiClient> => {
  const invitation = {
    into: { newProvider: 'Provider AG' },
    email: null,
    role: 'lead',
    function: 'service-manager',
  }
  const answer = await client.call('POST', `/api/projects/${project}/invitations`, invitation)
  const { link, invitation: made } = invitedSchema.parse(answer)
  const provider = createApiClient(parley.url)
  const newPerson = { name: 'Paul Provider', email: 'paul@provider.example', password }
  const token = new URL(link).pathname.split('/').at(-1)
  acceptedInvitationSchema.parse(
    await provider.call('POST', `/api/invitations/${token}/accept`, { newPerson }),
  )
  await client.call('POST', `/api/projects/${project}/refinement`, { provider: made.party })
  return provider
}

/** A browser profile with an empty cache in which this session is signed in. */
export const openProfile = async (
  { browser, parley }: World,
  session: ApiClient,
): Promise<BrowserContext> => {
  const context = await browser.newContext({
    baseURL: parley.url,
    locale: 'en-GB',
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(60_000)
  await context.addCookies([...session.cookies].map(([name, value]) => ({ name, value, url: parley.url })))
  return context
}

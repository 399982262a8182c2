import { afterAll, beforeAll, expect, it } from 'vitest'
import { expectStatus } from '../testing/people.ts'
import { addRequirement, addSection, prepareRefinement, type Refinement } from '../testing/refinement.ts'
import type { TestClient } from '../testing/test-client.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let parley: Refinement
let requirement: string

beforeAll(async () => {
  server = await startTestServer()
  parley = await prepareRefinement(server)
  const section = await addSection(parley.ada, parley.base, 'Chapter')
  requirement = (await addRequirement(parley.ada, parley.base, section.id, 'Backups')).id
  await parley.start()
})
afterAll(() => server.remove())

const read = (person: TestClient, tag?: string | null) =>
  person.get(`${parley.base}/document`, tag ? { 'if-none-match': tag } : {})

const tagOf = async (person: TestClient) => expectStatus(await read(person), 200).headers.get('etag')

it('sends a document again only where the reader would see another', async () => {
  const { ada, bob, base } = parley
  const tag = await tagOf(bob)
  const unchanged = await read(bob, tag)
  expect([unchanged.status, unchanged.body]).toEqual([304, ''])
  expect(unchanged.headers.get('cache-control')).toBe('no-store')

  expectStatus(await ada.patch(`${base}/requirements/${requirement}`, { fields: { strength: 'MUST' } }), 200)
  const changed = expectStatus(await read(bob, tag), 200)
  expect(changed.body.requirements[0].fields.strength).toBe('MUST')
})

it('says by its tag nothing of what another party does in private', async () => {
  const { ada, bob, base, client } = parley
  const before = { ada: await tagOf(ada), bob: await tagOf(bob) }
  const thread = { requirement, audience: [client], body: 'Only among us.', anchor: null }
  expectStatus(await ada.post(`${base}/threads`, thread), 201)
  expect((await read(bob, before.bob)).status).toBe(304)
  expect((await read(ada, before.ada)).status).toBe(200)
})

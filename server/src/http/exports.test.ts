import { chip, paragraph, textContent } from '@parley/document'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  addRequirement,
  addSection,
  answer,
  codeOf,
  prepareRefinement,
  type Refinement,
} from '../testing/refinement.ts'
import type { TestClient } from '../testing/test-client.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'
import { unzipText } from '../testing/unzip.ts'

describe('exports', { timeout: 30_000 }, () => {
  let server: TestServer
  let parley: Refinement
  beforeAll(async () => {
    server = await startTestServer()
    parley = await prepareRefinement(server)
    const { ada, bob, base, client, provider } = parley
    await ada.patch(base, { name: 'Größe: "A/B" 100 %' })
    const chapter = await addSection(ada, base, 'Operations')
    const one = await addRequirement(ada, base, chapter.id, 'Backups', { fields: { strength: 'MUST' } })
    const parameter = { label: 'time', kind: 'text', unit: '', choices: [], filler: 'both', value: '4 hours' }
    const { id } = (await ada.post(`${base}/requirements/${one.id}/parameters`, parameter)).body
    const content = textContent('Backups', [paragraph('Restored within ', chip(id), '.')])
    await ada.patch(`${base}/texts/${one.text.id}`, { content })
    await parley.start()
    await answer(bob, base, one.id, 'agreed', 'gladly')
    const thread = { requirement: one.id, anchor: null }
    await ada.post(`${base}/threads`, { ...thread, audience: [client, provider], body: 'asked of both' })
    await ada.post(`${base}/threads`, { ...thread, audience: [client], body: 'for us alone' })
  })
  afterAll(() => server.remove())

  const download = async (person: TestClient, file: string) => {
    const response = await fetch(`${server.url}${parley.base}/${file}`, {
      headers: { cookie: person.cookie, 'accept-language': 'de' },
    })
    return { response, bytes: new Uint8Array(await response.arrayBuffer()) }
  }
  const markdown = async (person: TestClient, query: string) =>
    new TextDecoder().decode((await download(person, `export.md${query}`)).bytes)

  it('hold the document with values, answers and no word of a thread', async () => {
    const text = await markdown(parley.bob, '?language=en')
    for (const words of ['Operations', 'R-1', 'Backups', '4 hours', 'gladly', 'Client plc', 'Hosting AG']) {
      expect(text, words).toContain(words)
    }
    expect(text).not.toContain('asked of both')
    expect(text).not.toContain('for us alone')
  })

  it('add threads where they are asked for, private ones of one’s own party only', async () => {
    const both = await markdown(parley.bob, '?threads=1&private=1')
    expect(both).toContain('asked of both')
    expect(both).not.toContain('for us alone')
    expect(await markdown(parley.ada, '?private=1')).toContain('for us alone')
    expect(await markdown(parley.ada, '?private=0')).not.toContain('for us alone')
  })

  it('come as a workbook under a name that every system takes', async () => {
    const { response, bytes } = await download(parley.ada, 'export.xlsx?version=1')
    expect(response.headers.get('content-type')).toContain('spreadsheetml')
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="Gr__e A B 100 _ v1.xlsx"; filename*=UTF-8''Gr%C3%B6%C3%9Fe%20A%20B%20100%20%25%20v1.xlsx`,
    )
    expect(unzipText(bytes)).toContain('Backups')
  })

  it('hold threads as they stood in the version', async () => {
    const { ada, base, client, provider } = parley
    const { number } = (await ada.post(`${base}/snapshots`, { name: 'Two', note: '', kind: 'working' })).body
    const { requirements } = (await ada.get(`${base}/document`)).body
    const thread = { requirement: requirements[0].id, anchor: null, audience: [client, provider] }
    await ada.post(`${base}/threads`, { ...thread, body: 'asked too late' })
    const text = await markdown(ada, `?version=${number}&threads=1`)
    expect(text).toContain('asked of both')
    expect(text).not.toContain('asked too late')
  })

  it('are refused like everything that is not there', async () => {
    expect(codeOf(await parley.ada.get(`${parley.base}/export.md?version=77`))).toBe('not-found')
    expect(codeOf(await parley.ada.get(`${parley.base}/export.md?language=fr`))).toBe('invalid-input')
    expect(codeOf(await server.client().get(`${parley.base}/export.xlsx`))).toBe('not-signed-in')
  })
})

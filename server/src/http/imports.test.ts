import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storeKinds } from '../store/testing/temporary-store.ts'
import { createProject, expectStatus, setUpAda } from '../testing/people.ts'
import { hasSharedData, readSharedData } from '../testing/shared-data.ts'
import type { TestClient } from '../testing/test-client.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

interface Requirement {
  readonly number: number
  readonly section: string
  readonly parent: string | null
  readonly order: string
  readonly text: { readonly content: unknown }
  readonly fields: unknown
  readonly parameters: readonly { readonly id: string; readonly label: string }[]
  readonly sourceId: string | null
}

describe.each(storeKinds)('creating projects on %s', (kind) => {
  let server: TestServer
  let ada: TestClient
  let organisation: string
  beforeAll(async () => {
    server = await startTestServer(kind)
    ;({ ada, organisation } = await setUpAda(server))
  })
  afterAll(() => server.remove())

  const documentOf = async (project: string) => {
    const { body } = expectStatus(await ada.get(`/api/projects/${project}/document`), 200)
    const document: { sections: unknown[]; requirements: Requirement[] } = body
    document.requirements.sort((left, right) => left.number - right.number)
    return document
  }
  const preview = async (source: unknown) =>
    expectStatus(await ada.post('/api/imports/preview', { source }, { 'accept-language': 'de' }), 200).body
  const chips = (requirement: Requirement) =>
    [...JSON.stringify(requirement.text.content).matchAll(/"parameter","attrs":\{"id":"([^"]+)"/g)].map(
      ([, id]) => id,
    )

  it.each(['en', 'de'])('from the template in %s', async (language) => {
    const source = { kind: 'template', language }
    const shown = await preview(source)
    const { sections, requirements } = await documentOf(await createProject(ada, organisation, source))
    expect([sections.length, requirements.length]).toEqual([shown.sections, shown.requirements])
    expect(shown.sample[0].title).not.toBe('')
    expect(requirements.map(({ number }) => number)).toEqual(requirements.map((_, index) => index + 1))
    for (const requirement of requirements) {
      const known = requirement.parameters.map(({ id }) => id)
      expect(chips(requirement).filter((id) => !known.includes(id ?? ''))).toEqual([])
    }
    expect(requirements.flatMap(chips).length).toBeGreaterThan(0)
  })

  it.runIf(hasSharedData)('from the BSI catalogue, whole and in under two seconds', async () => {
    const source = { kind: 'oscal', catalogue: readSharedData('oscal/bsi-supply-chain-2026-07.json') }
    const begin = performance.now()
    const project = await createProject(ada, organisation, source)
    expect(performance.now() - begin).toBeLessThan(2_000)
    const { requirements } = await documentOf(project)
    expect(requirements).toHaveLength(146)
    expect(requirements.filter(({ parent }) => parent !== null)).toHaveLength(63)
    expect(new Set(requirements.map(({ number }) => number)).size).toBe(146)
    expect(requirements.every(({ sourceId }) => sourceId !== null)).toBe(true)
  })

  it('from a table, by way of its preview', async () => {
    const csv = 'Nr;Titel;Text\n1;Backups;Daily backups are made.\n2;Logs;Logs are kept.\n'
    const table = expectStatus(
      await ada.send('POST', '/api/imports/table', csv, { 'content-type': 'text/csv' }),
      200,
    ).body
    expect(table).toMatchObject({ header: true, columns: ['number', 'title', 'statement'], sheet: null })
    const source = {
      kind: 'table',
      title: 'Requirements.csv',
      rows: table.rows,
      header: table.header,
      columns: table.columns,
    }
    expect(await preview(source)).toMatchObject({ requirements: 2 })
    const { requirements } = await documentOf(await createProject(ada, organisation, source))
    expect(JSON.stringify(requirements[0]?.text.content)).toContain('Daily backups are made.')
  })

  it('from pasted cells, and says what cannot be read', async () => {
    const paste = (text: string, type = 'text/plain') =>
      ada.send('POST', '/api/imports/table', text, { 'content-type': type, 'accept-language': 'de' })
    expect((await paste('Titel\tText\nA\t"b\nc"\n')).body.rows[1]).toEqual(['A', 'b\nc'])
    const bad = await paste('PK\u0003\u0004 no zip', 'application/octet-stream')
    expect(bad.body).toMatchObject({ code: 'not-a-spreadsheet', title: 'Keine Tabelle' })
    const noTitle = { kind: 'table', title: 't', rows: [['a']], header: false, columns: ['ignore'] }
    const refused = await ada.post('/api/imports/preview', { source: noTitle })
    expect(refused.body.code).toBe('no-title-column')
    expect((await server.client().send('POST', '/api/imports/table', 'a')).body.code).toBe('not-signed-in')
  })

  it('from no table that would fill up the memory once its rows are of one length', async () => {
    const columns = ['title']
    const wide = [Array<string>(1_000_000).fill(''), ...Array.from({ length: 20_000 }, () => ['x'])]
    const long = [Array<string>(200).fill(''), ...Array.from({ length: 20_000 }, () => ['x'])]
    for (const [rows, code] of [
      [wide, 'invalid-input'],
      [long, 'not-a-spreadsheet'],
    ]) {
      const source = { kind: 'table', title: 't', rows, header: false, columns }
      expect((await ada.post('/api/imports/preview', { source })).body.code).toBe(code)
    }
  })

  it('as a copy: texts, fields and parameters, with ids of its own', async () => {
    const original = await createProject(ada, organisation, { kind: 'template', language: 'en' })
    const copy = await createProject(ada, organisation, { kind: 'copy', project: original })
    const [before, after] = [await documentOf(original), await documentOf(copy)]
    const bare = ({ requirements }: { requirements: Requirement[] }) =>
      requirements.map((requirement) => {
        const index = new Map(requirement.parameters.map(({ id }, at) => [id, `#${at}`]))
        const ids = new RegExp(`"id":"(${[...index.keys()].join('|') || '-'})"`, 'g')
        const text = JSON.stringify(requirement.text.content)
        return {
          number: requirement.number,
          order: requirement.order,
          fields: requirement.fields,
          labels: requirement.parameters.map(({ label }) => label),
          text: text.replaceAll(ids, (_, id: string) => `"id":"${index.get(id)}"`),
        }
      })
    expect(bare(after)).toEqual(bare(before))
    const ids = (requirements: Requirement[]) =>
      requirements.flatMap((one) => one.parameters.map(({ id }) => id))
    expect(ids(after.requirements).some((id) => ids(before.requirements).includes(id))).toBe(false)
  })

  it('empty', async () => {
    const { sections, requirements } = await documentOf(await createProject(ada, organisation))
    expect([sections, requirements]).toEqual([[], []])
  })
})

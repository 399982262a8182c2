import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storeKinds } from '../store/testing/temporary-store.ts'
import {
  addRequirement,
  addSection,
  codeOf,
  prepareRefinement,
  type Refinement,
} from '../testing/refinement.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

interface Thing {
  readonly id: string
  readonly order: string
  readonly number?: number
  readonly text: {
    readonly content: { readonly content: readonly { content?: readonly { text: string }[] }[] }
  }
}

const titleOf = (thing: Thing) => thing.text.content.content[0]?.content?.[0]?.text ?? ''
const inOrder = (things: readonly Thing[]) =>
  things.toSorted((a, b) => (a.order < b.order ? -1 : 1)).map(titleOf)

describe.each(storeKinds)('the outline on %s', { timeout: 30_000 }, (kind) => {
  let server: TestServer
  let parley: Refinement
  let chapter: Thing
  beforeAll(async () => {
    server = await startTestServer(kind)
    parley = await prepareRefinement(server)
    chapter = await addSection(parley.ada, parley.base, 'Chapter')
  })
  afterAll(() => server.remove())

  const read = async () => (await parley.ada.get(`${parley.base}/document`)).body
  const requirementsOf = async (section: string) =>
    (await read()).requirements.filter((one: { section: string }) => one.section === section)

  it('puts things where they were asked to be', async () => {
    const { ada, base } = parley
    const first = await addRequirement(ada, base, chapter.id, 'first')
    await addRequirement(ada, base, chapter.id, 'third', { after: first.id })
    await addRequirement(ada, base, chapter.id, 'second', { after: first.id })
    await addRequirement(ada, base, chapter.id, 'zeroth')
    expect(inOrder(await requirementsOf(chapter.id))).toEqual(['zeroth', 'first', 'second', 'third'])
  })

  it('keeps what many add at the same place at the same moment apart, in order and number', async () => {
    const { ada, base } = parley
    const section = await addSection(ada, base, 'Crowded')
    const added = await Promise.all(
      Array.from({ length: 20 }, (_, n) => addRequirement(ada, base, section.id, `n${n}`)),
    )
    expect(new Set(added.map((one) => one.number)).size).toBe(20)
    const orders = (await requirementsOf(section.id)).map((one: Thing) => one.order)
    expect(new Set(orders).size).toBe(20)
  })

  it('takes title, statement and fields of a new requirement', async () => {
    const added = await addRequirement(parley.ada, parley.base, chapter.id, 'Backups', {
      statement: 'Every day.\n\nEvery week.',
      fields: { strength: 'MUST' },
    })
    expect(added.text.content.content.map((node: { type: string }) => node.type)).toEqual([
      'title',
      'paragraph',
      'paragraph',
    ])
    expect(added).toMatchObject({ fields: { strength: 'MUST', area: null }, withdrawn: false, positions: [] })
    expect(added.text.seq).toBe(1)
  })

  it('moves a requirement with its children into another section', async () => {
    const { ada, base } = parley
    const target = await addSection(ada, base, 'Target')
    const parent = await addRequirement(ada, base, chapter.id, 'parent')
    const child = await addRequirement(ada, base, chapter.id, 'child', { parent: parent.id })
    const place = { section: target.id, parent: null, after: null }
    const moved = await ada.post(`${base}/requirements/${parent.id}/move`, place)
    expect(moved.body).toMatchObject({ section: target.id, number: parent.number })
    expect((await ada.get(`${base}/requirements/${child.id}`)).body).toMatchObject({
      section: target.id,
      parent: parent.id,
    })
  })

  it('refuses to move anything into itself or to a place that is not there', async () => {
    const { ada, base } = parley
    const outer = await addSection(ada, base, 'Outer')
    const inner = await addSection(ada, base, 'Inner', { parent: outer.id })
    const elsewhere = await addSection(ada, base, 'Elsewhere')
    const parent = await addRequirement(ada, base, outer.id, 'parent')
    const child = await addRequirement(ada, base, outer.id, 'child', { parent: parent.id })
    const before = await read()
    const section = (id: string, place: object) => ada.post(`${base}/sections/${id}/move`, place)
    const requirement = (id: string, place: object) => ada.post(`${base}/requirements/${id}/move`, place)
    const nowhere = 'a'.repeat(21)
    for (const refused of [
      await section(outer.id, { parent: inner.id, after: null }),
      await section(outer.id, { parent: outer.id, after: null }),
      await section(outer.id, { parent: nowhere, after: null }),
      await section(outer.id, { parent: null, after: inner.id }),
      await requirement(parent.id, { section: outer.id, parent: child.id, after: null }),
      await requirement(parent.id, { section: outer.id, parent: parent.id, after: null }),
      await requirement(child.id, { section: elsewhere.id, parent: parent.id, after: null }),
      await requirement(child.id, { section: outer.id, parent: null, after: nowhere }),
    ]) {
      expect(codeOf(refused)).toBe('bad-move')
    }
    expect(await read()).toEqual(before)
  })

  it('withdraws a section with what stands in it and brings back exactly that', async () => {
    const { ada, base } = parley
    const outer = await addSection(ada, base, 'Outer')
    const inner = await addSection(ada, base, 'Inner', { parent: outer.id })
    const kept = await addRequirement(ada, base, inner.id, 'kept')
    const gone = await addRequirement(ada, base, inner.id, 'gone')
    const mark = (path: string, withdrawn: boolean) => ada.post(`${base}/${path}/withdrawal`, { withdrawn })
    const states = async () => {
      const { sections, requirements } = await read()
      return [outer, inner, kept, gone].map(
        ({ id }) => [...sections, ...requirements].find((one: Thing) => one.id === id).withdrawn,
      )
    }
    await mark(`requirements/${gone.id}`, true)
    expect((await mark(`sections/${outer.id}`, true)).body.withdrawn).toBe(true)
    expect(await states()).toEqual([true, true, true, true])
    const place = { section: inner.id, parent: null, after: null, title: 'late' }
    expect(codeOf(await ada.post(`${base}/requirements`, place))).toBe('bad-move')
    const patch = await ada.patch(`${base}/requirements/${kept.id}`, { fields: { strength: 'MAY' } })
    expect(codeOf(patch)).toBe('read-only')
    await mark(`sections/${outer.id}`, false)
    expect(await states()).toEqual([false, false, false, true])
    await mark(`sections/${outer.id}`, true)
    await mark(`requirements/${gone.id}`, false)
    expect(await states()).toEqual([false, false, true, false])
  })

  it('never gives a number again', async () => {
    const { ada, base } = parley
    const one = await addRequirement(ada, base, chapter.id, '')
    await ada.post(`${base}/requirements/${one.id}/withdrawal`, { withdrawn: true })
    const next = await addRequirement(ada, base, chapter.id, '')
    expect(next.number).toBe(one.number + 1)
  })

  it('is the client’s alone to shape, and only for those who write', async () => {
    const { ada, bob, base, start, join } = parley
    const section = { parent: null, after: null, title: 'Mine' }
    expect(codeOf(await bob.post(`${base}/sections`, section))).toBe('not-found')
    expect(codeOf(await bob.get(`${base}/document`))).toBe('not-found')
    const stranger = server.client()
    expect(codeOf(await stranger.get(`${base}/document`))).toBe('not-signed-in')
    await start()
    expect(codeOf(await bob.post(`${base}/sections`, section))).toBe('not-allowed')
    const reader = await join(ada, 'commenter', 'comment only')
    expect(codeOf(await reader.post(`${base}/sections`, section))).toBe('not-allowed')
    const { requirements, readOnly } = (await bob.get(`${base}/document`)).body
    expect(readOnly).toBeNull()
    expect((await reader.get(`${base}/document`)).body.readOnly).toBe('role')
    const fields = { fields: { verification: 'by audit' } }
    const id = requirements.find((one: { withdrawn: boolean }) => !one.withdrawn).id
    expect((await bob.patch(`${base}/requirements/${id}`, fields)).body.fields.verification).toBe('by audit')
    expect(codeOf(await reader.patch(`${base}/requirements/${id}`, fields))).toBe('not-allowed')
  })

  it('hides from the provider what was withdrawn before it came, until it is brought back', async () => {
    const { ada, bob, base } = parley
    const { sections, requirements } = (await bob.get(`${base}/document`)).body
    expect([...sections, ...requirements].every((one) => !one.withdrawn)).toBe(true)
    const own = await read()
    const hidden = own.requirements.find((one: { withdrawn: boolean }) => one.withdrawn)
    expect(codeOf(await bob.get(`${base}/requirements/${hidden.id}`))).toBe('not-found')
    expect(codeOf(await bob.get(`${base}/requirements/${hidden.id}/guidance`))).toBe('not-found')
    const version = (await bob.get(`${base}/versions/now`)).body
    expect(version.requirements.some((one: Thing) => one.id === hidden.id)).toBe(false)
    await ada.post(`${base}/requirements/${hidden.id}/withdrawal`, { withdrawn: false })
    expect((await bob.get(`${base}/requirements/${hidden.id}`)).status).toBe(200)
    await ada.post(`${base}/requirements/${hidden.id}/withdrawal`, { withdrawn: true })
    expect((await bob.get(`${base}/requirements/${hidden.id}`)).body.withdrawn).toBe(true)
  })
})

import { chip, paragraph, textContent } from '@parley/document'
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

describe.each(storeKinds)('texts, fields and parameters on %s', { timeout: 30_000 }, (kind) => {
  let server: TestServer
  let parley: Refinement
  let section: string
  beforeAll(async () => {
    server = await startTestServer(kind)
    parley = await prepareRefinement(server)
    section = (await addSection(parley.ada, parley.base, 'Chapter')).id
    await parley.start()
  })
  afterAll(() => server.remove())

  const make = (title: string, place: object = {}) =>
    addRequirement(parley.ada, parley.base, section, title, place)
  const again = async (id: string) => (await parley.ada.get(`${parley.base}/requirements/${id}`)).body

  it('writes a title and leaves the statement', async () => {
    const { id, text, fingerprint } = await make('Old', { statement: 'Every day.' })
    const written = await parley.bob.patch(`${parley.base}/texts/${text.id}`, { title: ' New\n title ' })
    expect(written.body).toEqual({
      id: text.id,
      seq: 2,
      content: textContent('New title', [paragraph('Every day.')]),
    })
    const after = await again(id)
    expect(after.text).toEqual(written.body)
    expect(after.fingerprint).not.toBe(fingerprint)
  })

  it('writes a whole content, a section’s as well', async () => {
    const content = textContent('Chapter', [paragraph('What this is about.')])
    const { sections } = (await parley.ada.get(`${parley.base}/document`)).body
    const written = await parley.ada.patch(`${parley.base}/texts/${sections[0].text.id}`, { content })
    expect(written.body.content).toEqual(content)
  })

  it('refuses an edit of what has changed since it was seen, with both versions', async () => {
    const { text } = await make('First')
    const path = `${parley.base}/texts/${text.id}`
    expect((await parley.ada.patch(path, { title: 'Second', seen: 1 })).status).toBe(200)
    const refused = await parley.bob.patch(path, { title: 'Third', seen: 1 })
    expect(refused.body).toMatchObject({
      code: 'content-changed',
      facts: { seen: 1, current: { seq: 2, content: textContent('Second') } },
    })
  })

  it('lets one of many win who saw the same', async () => {
    const { id, text } = await make('Start')
    const path = `${parley.base}/texts/${text.id}`
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) => parley.ada.patch(path, { title: `Title ${n}`, seen: 1 })),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)])
    expect((await again(id)).text.seq).toBe(2)
  })

  it('refuses content that no editor writes', async () => {
    const { id, text } = await make('Clean')
    const path = `${parley.base}/texts/${text.id}`
    for (const node of [
      { type: 'script', content: [] },
      { type: 'paragraph', content: [{ type: 'text', text: 'a\u0000b' }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
        ],
      },
    ]) {
      const content = { type: 'doc', content: [{ type: 'title' }, node] }
      expect((await parley.ada.patch(path, { content })).status, JSON.stringify(node)).toBe(422)
    }
    expect((await again(id)).text).toEqual(text)
  })

  it('refuses to write what is withdrawn, to readers, and in a text that is not there', async () => {
    const { ada, base } = parley
    const { id, text } = await make('Gone')
    const reader = await parley.join(parley.bob, 'viewer', `reader ${kind}`)
    const title = { title: 'x' }
    expect(codeOf(await reader.patch(`${base}/texts/${text.id}`, title))).toBe('not-allowed')
    await ada.post(`${base}/requirements/${id}/withdrawal`, { withdrawn: true })
    expect(codeOf(await ada.patch(`${base}/texts/${text.id}`, title))).toBe('read-only')
    expect(codeOf(await ada.patch(`${base}/texts/${'a'.repeat(21)}`, title))).toBe('not-found')
  })

  it('changes fields one by one, and not on what was not seen', async () => {
    const { id, fingerprint } = await make('Fields', { fields: { strength: 'MUST', area: 'personnel' } })
    const path = `${parley.base}/requirements/${id}`
    const changed = await parley.bob.patch(path, { fields: { strength: 'SHOULD' }, seen: fingerprint })
    expect(changed.body.fields).toMatchObject({ strength: 'SHOULD', area: 'personnel' })
    const refused = await parley.ada.patch(path, { fields: { strength: 'MAY' }, seen: fingerprint })
    expect(refused.body).toMatchObject({
      code: 'content-changed',
      facts: { seen: fingerprint, current: { fields: { strength: 'SHOULD' } } },
    })
    expect(codeOf(await parley.ada.patch(path, { fields: { strength: 'PERHAPS' } }))).toBe('invalid-input')
  })

  it('adds, fills and removes parameters, whose values must fit', async () => {
    const { ada, bob, base } = parley
    const { id, text } = await make('Blanks')
    const parameter = {
      label: 'number of copies',
      kind: 'number',
      unit: '',
      choices: [],
      filler: 'provider',
      value: null,
    }
    const added = await ada.post(`${base}/requirements/${id}/parameters`, parameter)
    expect(added.body).toEqual({ id: added.body.id, ...parameter, many: false })
    const path = `${base}/parameters/${added.body.id}`
    expect(codeOf(await bob.patch(path, { value: 'many' }))).toBe('not-a-number')
    expect((await bob.patch(path, { value: '3' })).body).toMatchObject({ value: '3', kind: 'number' })
    const choices = await ada.patch(path, { kind: 'choice', choices: ['one', 'two'] })
    expect(codeOf(choices)).toBe('not-a-choice')
    const both = await ada.patch(path, { kind: 'choice', choices: ['one', 'two'], value: 'two' })
    expect(both.body.value).toBe('two')
    const content = textContent('Blanks', [paragraph('Keep ', chip(added.body.id), ' copies.')])
    expect((await ada.patch(`${base}/texts/${text.id}`, { content })).status).toBe(200)
    expect(codeOf(await ada.delete(path))).toBe('parameter-in-use')
    expect((await again(id)).parameters).toHaveLength(1)
    await ada.patch(`${base}/texts/${text.id}`, { content: textContent('Blanks') })
    expect((await ada.delete(path)).status).toBe(204)
    expect((await again(id)).parameters).toEqual([])
    expect(codeOf(await ada.delete(path))).toBe('not-found')
  })

  it('takes several choices where a parameter says so, in the order of its choices', async () => {
    const { ada, bob, base } = parley
    const { id, fingerprint } = await make('Several')
    const parameter = {
      label: 'when',
      kind: 'choice',
      unit: '',
      choices: ['day', 'night', 'weekend'],
      filler: 'both',
    }
    const added = await ada.post(`${base}/requirements/${id}/parameters`, {
      ...parameter,
      many: true,
      value: ['weekend', 'day', 'weekend'],
    })
    expect(added.body).toMatchObject({ many: true, value: ['day', 'weekend'] })
    const path = `${base}/parameters/${added.body.id}`
    expect((await bob.patch(path, { value: 'night' })).body).toMatchObject({ many: true, value: ['night'] })
    expect(codeOf(await bob.patch(path, { value: ['night', 'noon'] }))).toBe('not-a-choice')
    expect(codeOf(await bob.patch(path, { value: [] }))).toBe('invalid-input')
    await bob.patch(path, { value: ['night', 'day'] })
    const stored = await again(id)
    expect(stored.parameters).toEqual([
      { ...parameter, id: added.body.id, many: true, value: ['day', 'night'] },
    ])
    expect(stored.fingerprint).not.toBe(fingerprint)
    expect(codeOf(await ada.patch(path, { many: false }))).toBe('only-one-value')
    expect((await ada.patch(path, { many: false, value: ['night'] })).body).toMatchObject({ value: 'night' })
    expect(codeOf(await bob.patch(path, { value: ['day', 'night'] }))).toBe('only-one-value')
    expect((await ada.patch(path, { kind: 'text', many: true, choices: [] })).body).toMatchObject({
      many: false,
    })
  })

  it('answers for another project’s things as for nothing', async () => {
    const { ada } = parley
    const { organisations } = (await ada.get('/api/me')).body
    const other = await ada.post('/api/projects', {
      name: 'Other',
      language: 'en',
      organisation: organisations[0].id,
      source: { kind: 'empty' },
    })
    const base = `/api/projects/${other.body.id}`
    const { id, text } = await make('Here')
    for (const answered of [
      await ada.get(`${base}/requirements/${id}`),
      await ada.patch(`${base}/requirements/${id}`, { fields: { strength: 'MAY' } }),
      await ada.patch(`${base}/texts/${text.id}`, { title: 'x' }),
      await ada.post(`${base}/requirements/${id}/withdrawal`, { withdrawn: true }),
      await ada.post(`${base}/sections/${section}/withdrawal`, { withdrawn: true }),
    ]) {
      expect(codeOf(answered)).toBe('not-found')
    }
  })
})

import { createHash } from 'node:crypto'
import type { ProjectId } from '@parley/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyJournal } from '../store/index.ts'
import { storeKinds } from '../store/testing/temporary-store.ts'
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

describe.each(storeKinds)('positions and snapshots on %s', { timeout: 30_000 }, (kind) => {
  let server: TestServer
  let parley: Refinement
  let first: { id: string; text: { id: string }; fingerprint: string }
  let second: typeof first
  beforeAll(async () => {
    server = await startTestServer(kind)
    parley = await prepareRefinement(server)
    const section = await addSection(parley.ada, parley.base, 'Chapter')
    first = await addRequirement(parley.ada, parley.base, section.id, 'First', { statement: 'Every day.' })
    second = await addRequirement(parley.ada, parley.base, section.id, 'Second')
  })
  afterAll(() => server.remove())

  const take = (person: TestClient, name: string, asked = 'working') =>
    person.post(`${parley.base}/snapshots`, { name, note: '', kind: asked })
  const position = (person: TestClient, body: object) =>
    person.send('PUT', `${parley.base}/requirements/${first.id}/position`, body)

  it('in specify, belong to the client alone', async () => {
    const { ada, bob, base } = parley
    const taken = await take(ada, 'Wishes')
    expect(taken.body).toMatchObject({ number: 1, name: 'Wishes', kind: 'working', requirements: 2 })
    const early = { stance: 'agreed', words: '', fingerprint: first.fingerprint }
    expect(codeOf(await position(ada, early))).toBe('wrong-phase')
    expect(codeOf(await take(ada, 'Too early', 'agreed'))).toBe('wrong-phase')
    await parley.start()
    expect(
      (await ada.get(`${base}/snapshots`)).body.snapshots.map((one: { number: number }) => one.number),
    ).toEqual([2, 1])
    expect((await bob.get(`${base}/snapshots`)).body.snapshots).toMatchObject([
      { number: 2, name: 'Start of refinement' },
    ])
    expect(codeOf(await bob.get(`${base}/versions/1`))).toBe('not-found')
    expect(codeOf(await bob.get(`${base}/compare?from=1&to=now`))).toBe('not-found')
    expect(codeOf(await bob.get(`${base}/export.md?version=1`))).toBe('not-found')
    expect((await bob.get(`${base}/versions/2`)).status).toBe(200)
  })

  it('positions bind what was seen and are outdated when it changes', async () => {
    const { ada, bob, base, client, provider } = parley
    const seen = {
      stance: 'agreed-with-reservation',
      words: 'If it is paid.',
      fingerprint: first.fingerprint,
    }
    const given = await position(bob, seen)
    expect(given.body.positions).toMatchObject([
      { party: provider, stance: 'agreed-with-reservation', words: 'If it is paid.', outdated: false },
    ])
    await answer(ada, base, first.id, 'agreed')
    await ada.patch(`${base}/requirements/${first.id}`, { fields: { strength: 'MUST' } })
    const { positions, fingerprint } = (await bob.get(`${base}/requirements/${first.id}`)).body
    expect(positions.map((one: { party: string; outdated: boolean }) => [one.party, one.outdated])).toEqual([
      [client, true],
      [provider, true],
    ])
    const refused = await position(bob, seen)
    expect(refused.body).toMatchObject({
      code: 'content-changed',
      facts: { seen: first.fingerprint, current: { fingerprint } },
    })
    const basis = await ada.get(`${base}/requirements/${first.id}/positions/${provider}/basis`)
    expect(basis.body).toMatchObject({ fields: { strength: null }, content: { type: 'doc' } })
    expect((await answer(bob, base, first.id, 'open')).positions).toMatchObject([{ party: client }])
    const gone = await ada.get(`${base}/requirements/${first.id}/positions/${provider}/basis`)
    expect(codeOf(gone)).toBe('not-found')
  })

  it('positions are the leads’ to set', async () => {
    const editor = await parley.join(parley.bob, 'editor', `editor ${kind}`)
    const { fingerprint } = (await editor.get(`${parley.base}/requirements/${first.id}`)).body
    expect(codeOf(await position(editor, { stance: 'agreed', words: '', fingerprint }))).toBe('not-allowed')
    expect(codeOf(await take(editor, 'Mine'))).toBe('not-allowed')
  })

  it('are agreed only where both parties agree to everything as it stands', async () => {
    const { ada, bob, base } = parley
    const refused = await take(ada, 'Done', 'agreed')
    expect(refused.body).toMatchObject({ code: 'not-agreed-yet', facts: { numbers: 'R-1, R-2' } })
    expect(refused.body.detail).toContain('R-1, R-2')
    for (const lead of [ada, bob]) await answer(lead, base, first.id, 'agreed')
    await answer(ada, base, second.id, 'agreed')
    await answer(bob, base, second.id, 'agreed-with-reservation')
    expect((await take(bob, 'Done', 'agreed')).body.facts.numbers).toBe('R-2')
    await answer(bob, base, second.id, 'agreed')
    await ada.patch(`${base}/texts/${first.text.id}`, { title: 'First, reworded' })
    expect((await take(bob, 'Done', 'agreed')).body.facts.numbers).toBe('R-1')
    for (const lead of [ada, bob]) await answer(lead, base, first.id, 'agreed')
    const agreed = await take(bob, 'Done', 'agreed')
    expect(agreed.body).toMatchObject({ kind: 'agreed', by: 'Lead of Hosting AG' })
  })

  it('do not wait for what is withdrawn', async () => {
    const { ada, base } = parley
    await ada.patch(`${base}/texts/${second.text.id}`, { title: 'Second, reworded' })
    expect(codeOf(await take(ada, 'Again', 'agreed'))).toBe('not-agreed-yet')
    await ada.post(`${base}/requirements/${second.id}/withdrawal`, { withdrawn: true })
    expect((await take(ada, 'Again', 'agreed')).body).toMatchObject({ kind: 'agreed', requirements: 1 })
  })

  it('never change, and are what their fingerprint says', async () => {
    const { ada, bob, base } = parley
    const before = (await bob.get(`${base}/versions/2`)).body
    await ada.patch(`${base}/texts/${first.text.id}`, { title: 'Much later' })
    expect((await bob.get(`${base}/versions/2`)).body).toEqual(before)
    expect(before).toMatchObject({
      project: { phase: 'refine' },
      parties: [{ kind: 'client', organisation: 'Client plc' }, { kind: 'provider' }],
      requirements: [{ number: 2 }, { number: 1 }],
    })
    const rows = await server.app.store.db.selectFrom('snapshot').select(['content', 'fingerprint']).execute()
    for (const { content, fingerprint } of rows) {
      expect(createHash('sha256').update(content).digest('hex')).toBe(fingerprint)
    }
  })

  it('are compared with each other and with now, in both directions', async () => {
    const { bob, base } = parley
    const compare = async (from: string, to: string) =>
      (await bob.get(`${base}/compare?from=${from}&to=${to}`)).body
    const forth = await compare('2', 'now')
    expect(forth).toMatchObject({ from: '2', to: 'now', unchanged: 0, sections: [] })
    expect(forth.requirements).toMatchObject([
      { number: 2, withdrawn: true },
      { number: 1, title: 'Much later', fields: [{ field: 'strength', before: '', after: 'MUST' }] },
    ])
    expect((await compare('now', '2')).requirements).toMatchObject([
      { number: 2, added: false, restored: true },
      { number: 1, title: 'First', fields: [{ field: 'strength', before: 'MUST', after: '' }] },
    ])
    expect(codeOf(await bob.get(`${base}/compare?from=2&to=99`))).toBe('not-found')
    expect(codeOf(await bob.get(`${base}/compare?from=2&to=later`))).toBe('invalid-input')
  })

  it('hold the states of threads, for those who receive these', async () => {
    const { ada, bob, base, client, provider } = parley
    const thread = { requirement: first.id, anchor: null, body: 'Really?' }
    const shared = await ada.post(`${base}/threads`, { ...thread, audience: [client, provider] })
    await ada.post(`${base}/threads`, { ...thread, audience: [client] })
    const { number } = (await take(ada, 'With threads')).body
    await ada.patch(`${base}/threads/${shared.body.id}`, { state: 'resolved' })
    const counts = async (person: TestClient, version: string) =>
      (await person.get(`${base}/versions/${version}`)).body.requirements.find(
        (one: { id: string }) => one.id === first.id,
      ).threads
    expect(await counts(ada, `${number}`)).toEqual({ open: 2, resolved: 0 })
    expect(await counts(bob, `${number}`)).toEqual({ open: 1, resolved: 0 })
    expect(await counts(bob, 'now')).toEqual({ open: 0, resolved: 1 })
  })

  it('are bound to the heads of all texts by the project’s journal', async () => {
    const project = parley.project as ProjectId
    const { db } = server.app.store
    const entries = await db
      .selectFrom('journal')
      .select(['command', 'heads'])
      .where('project_id', '=', project)
      .execute()
    const anchoring = entries.filter(({ command }) => ['take-snapshot', 'start-refinement'].includes(command))
    expect(anchoring.length).toBeGreaterThan(3)
    for (const { heads } of anchoring) expect(JSON.parse(heads ?? '[]')).toHaveLength(3)
    expect(await verifyJournal(db, project)).toMatchObject({ type: 'whole' })
  })
})

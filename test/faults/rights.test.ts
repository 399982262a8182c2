import type { TextId } from '@parley/model'
import { closes } from '@parley/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Parley, startParley } from '../browser/index.ts'
import { createDatabase, type PostgresDatabase } from '../services/postgres-database.ts'
import { type Database, readRows } from './database.ts'
import { LiveClient } from './live-client.ts'
import { pour } from './pour.ts'
import { type Member, type SampleProject, setUpProject } from './set-up-project.ts'
import { readStoredText } from './stored-text.ts'
import { doors } from './wire.ts'
import { countWords } from './words.ts'

const server = process.env.DATABASE_URL
const kinds = server === undefined ? (['SQLite'] as const) : (['SQLite', 'PostgreSQL'] as const)

describe.each(kinds)('rights that change while sockets are open, on %s', { timeout: 120_000 }, (kind) => {
  let postgres: PostgresDatabase | null
  let parley: Parley
  let database: Database
  let project: SampleProject

  beforeAll(async () => {
    postgres = kind === 'PostgreSQL' ? await createDatabase(server ?? '') : null
    parley = await startParley({ env: postgres === null ? {} : { DATABASE_URL: postgres.url } })
    database = postgres ?? { folder: parley.dataFolder }
    project = await setUpProject(parley.url)
  })
  afterAll(async () => {
    await parley[Symbol.asyncDispose]()
    await postgres?.[Symbol.asyncDispose]()
  })

  /** One client through each door, in step. */
  async function join({ session }: Member, text: TextId): Promise<readonly LiveClient[]> {
    const clients = doors.map((door) => new LiveClient({ url: parley.url, session, text, door }))
    await Promise.all(clients.map((client) => client.inStep()))
    return clients
  }

  /** When the project's journal has the newest command of this name. */
  async function timeOf(command: string): Promise<string> {
    const rows = await readRows(
      database,
      'select * from journal where project_id = $1 order by seq',
      project.id,
    )
    const commands = z.array(z.object({ command: z.string(), at: z.string() })).parse(rows)
    return commands.findLast((each) => each.command === command)?.at ?? expect.unreachable()
  }

  /** Lets a person's clients write on and on, and carries a change out in the middle of it; `poured` is when they end. */
  async function changeWhileWriting(
    clients: readonly LiveClient[],
    name: string,
    change: () => Promise<unknown>,
  ) {
    const poured = Promise.all(clients.map((client, at) => pour(client, `${name}${at}`)))
    await Promise.all(clients.map((client) => client.until('it wrote', () => client.acknowledged.length > 5)))
    await change()
    return { poured }
  }

  it('a role that no longer writes is told at once, and nothing is stored after the change', async () => {
    const bob = await project.join('Bob', 'editor')
    const [text] = project.texts
    const clients = await join(bob, text)
    const path = `/api/projects/${project.id}/members/${bob.member}`
    const { session } = project.ann
    const { poured } = await changeWhileWriting(clients, 'role', () =>
      session.call('PATCH', path, { role: 'viewer' }),
    )
    const isTold = ({ told }: LiveClient) =>
      told.some((message) => message.type === 'policy' && !message.writable && message.reason === 'role') &&
      told.some((message) => message.type === 'rejected' && message.code === 'read-only')
    await Promise.all(clients.map((client) => client.until('it was told', () => isTold(client))))
    for (const client of clients) client.drop()
    await poured
    const { entries, words } = await readStoredText(database, text)
    const changed = await timeOf('change-member')
    const own = entries.filter(({ person_id }) => person_id === bob.person)
    expect(own.length).toBeGreaterThan(0)
    expect(own.filter(({ at }) => at > changed)).toEqual([])
    for (const { typed, acknowledged } of clients) {
      expect(acknowledged.filter((word) => countWords(words, word) !== 1)).toEqual([])
      expect(acknowledged.length).toBeLessThan(typed.length)
    }
  })

  it('a member who is removed is put out at once, and nothing is stored after the change', async () => {
    const eve = await project.join('Eve', 'editor')
    const [, text] = project.texts
    const [reader] = await join(project.ann, text)
    const clients = await join(eve, text)
    const path = `/api/projects/${project.id}/members/${eve.member}`
    const remove = () => project.ann.session.call('DELETE', path)
    const { poured } = await changeWhileWriting(clients, 'gone', remove)
    await poured
    expect(clients.map(({ closed }) => closed)).toEqual(doors.map(() => closes['not-found']))
    const { entries, words } = await readStoredText(database, text)
    const changed = await timeOf('remove-member')
    const own = entries.filter(({ person_id }) => person_id === eve.person)
    expect(own.length).toBeGreaterThan(0)
    expect(own.filter(({ at }) => at > changed)).toEqual([])
    await reader?.until('it read what is stored', () => reader.words === words)
    const again = new LiveClient({ url: parley.url, session: eve.session, text })
    await again.gone()
    expect([again.closed, again.words]).toEqual([closes['not-found'], ''])
  })

  it('a phase that lets a provider in does so from that moment on, and not before', async () => {
    const carl = await project.join('Carl', 'lead', 'Provider')
    const [, , text] = project.texts
    const early = new LiveClient({ url: parley.url, session: carl.session, text })
    await early.gone()
    expect(early.closed).toBe(closes['not-found'])
    const [writer] = await join(project.ann, text)
    const { parties } = z
      .object({ parties: z.array(z.object({ id: z.string(), kind: z.string() })) })
      .parse(await project.ann.session.call('GET', `/api/projects/${project.id}`))
    const provider = parties.find((party) => party.kind === 'provider')?.id
    const move = () =>
      project.ann.session.call('POST', `/api/projects/${project.id}/refinement`, { provider })
    if (!writer) expect.unreachable()
    const { poured } = await changeWhileWriting([writer], 'phase', move)
    const late = await join(carl, text)
    for (const [at, client] of late.entries()) client.type(`late${at}`)
    await Promise.all(late.map((client) => client.saved()))
    for (const client of [writer, ...late]) client.drop()
    await poured
    const { entries, words } = await readStoredText(database, text)
    const moved = await timeOf('start-refinement')
    const own = entries.filter(({ person_id }) => person_id === carl.person)
    expect(own).toHaveLength(2)
    expect(own.filter(({ at }) => at < moved)).toEqual([])
    expect(writer.acknowledged.filter((word) => countWords(words, word) !== 1)).toEqual([])
  })
})

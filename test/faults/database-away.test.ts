import type { TextId } from '@parley/model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Parley, startParley } from '../browser/index.ts'
import { createDatabase, type PostgresDatabase } from '../services/postgres-database.ts'
import { until } from '../services/wait.ts'
import { LiveClient } from './live-client.ts'
import { Network } from './network.ts'
import { type SampleProject, setUpProject } from './set-up-project.ts'
import { readStoredText } from './stored-text.ts'
import { countWords } from './words.ts'

const server = process.env.DATABASE_URL ?? ''

describe.runIf(server)('a PostgreSQL out of reach', { timeout: 120_000 }, () => {
  let database: PostgresDatabase
  let network: Network
  let parley: Parley
  let project: SampleProject

  beforeAll(async () => {
    database = await createDatabase(server)
    network = await Network.to(database.url)
    const address = new URL(database.url)
    address.host = `127.0.0.1:${network.port}`
    // It gives up sooner than it would, to keep the test short.
    address.searchParams.set('query_timeout', '5000')
    address.searchParams.set('statement_timeout', '4000')
    address.searchParams.set('idle_in_transaction_session_timeout', '4000')
    parley = await startParley({ env: { DATABASE_URL: address.href } })
    project = await setUpProject(parley.url)
  })
  afterAll(async () => {
    // The server ends in order only where it can reach its database.
    network.manner = 'carries'
    await parley[Symbol.asyncDispose]()
    await network[Symbol.asyncDispose]()
    await database[Symbol.asyncDispose]()
  })

  const join = async (text: TextId) => {
    const client = new LiveClient({ url: parley.url, session: project.ann.session, text })
    await client.inStep()
    return client
  }
  const count = async (text: TextId, word: string) =>
    countWords((await readStoredText(database, text)).words, word)
  const rejections = (client: LiveClient) => client.told.filter(({ type }) => type === 'rejected')

  it.each(['refuses', 'swallows'] as const)(
    'behind a network that %s: nothing is acknowledged or refused, and all is stored when it is back',
    async (manner) => {
      const [one, other] = project.texts
      const [stays, leaves] = await Promise.all([join(one), join(other)])
      stays.type(`${manner}-before`)
      await stays.saved()
      network.manner = manner
      stays.type(`${manner}-during`)
      leaves.type(`${manner}-last`)
      await Promise.all([stays, leaves].map((each) => each.until('it was told', () => !each.isSaving)))
      expect([stays.acknowledged, leaves.acknowledged]).toEqual([[`${manner}-before`], []])
      // Not as if signed out: it is not known who asks.
      expect((await project.ann.session.send('GET', '/api/me')).status).toBe(503)
      leaves.drop()
      network.manner = 'carries'
      await stays.saved()
      await stays.until('it was told', () => stays.isSaving)
      expect([rejections(stays), rejections(leaves)]).toEqual([[], []])
      await until('the last words are stored', async () => (await count(other, `${manner}-last`)) === 1)
      expect(await count(one, `${manner}-during`)).toBe(1)
      stays.drop()
    },
  )

  it.each(['commit', 'answer'] as const)(
    'that loses the %s of an edit: it is found out, and the edit stored once',
    async (what) => {
      const [, , text] = project.texts
      const client = await join(text)
      const before = (await readStoredText(database, text)).entries.length
      const lost = network.loseNext(what)
      client.type(`${what}-lost`)
      await lost
      client.type(`${what}-more`)
      await client.until('it was told', () => !client.isSaving)
      expect(client.acknowledged).toEqual([])
      await client.saved()
      expect(await Promise.all(['lost', 'more'].map((word) => count(text, `${what}-${word}`)))).toEqual([
        1, 1,
      ])
      // What one session sent in a batch is stored as one.
      expect((await readStoredText(database, text)).entries.length).toBeLessThanOrEqual(before + 2)
      expect(rejections(client)).toEqual([])
      client.drop()
    },
  )
})

import { expect, it } from 'vitest'
import { startParley } from '../browser/index.ts'
import { findPostgresPrograms, postgresAdvice, startPostgres } from '../services/postgres.ts'
import { LiveClient } from './live-client.ts'
import { setUpProject } from './set-up-project.ts'
import { readStoredText } from './stored-text.ts'
import { countWords } from './words.ts'

const programs = findPostgresPrograms()
if (programs === undefined)
  console.warn(
    `No programs of PostgreSQL, so it is not shown that its crash loses nothing: ${postgresAdvice}`,
  )

it.runIf(programs)(
  'a PostgreSQL that crashes and comes back loses nothing that was acknowledged or sent',
  {
    timeout: 180_000,
  },
  async () => {
    const postgres = await startPostgres(programs ?? '')
    try {
      await using parley = await startParley({ env: { DATABASE_URL: postgres.url } })
      const { ann, texts } = await setUpProject(parley.url)
      const [text] = texts
      const client = new LiveClient({ url: parley.url, session: ann.session, text })
      await client.inStep()
      for (let number = 0; number < 20; number++) client.type(`before${number}`)
      await client.until('some was acknowledged', () => client.acknowledged.length > 0)
      await postgres.crash()
      for (let number = 0; number < 20; number++) client.type(`during${number}`)
      await client.until('it was told', () => !client.isSaving)
      const acknowledged = client.acknowledged.length
      expect(acknowledged).toBeLessThanOrEqual(20)
      await postgres.resume()
      await client.saved()
      const { words } = await readStoredText(postgres, text)
      expect(client.typed.filter(({ word }) => countWords(words, word) !== 1)).toEqual([])
      expect(client.told.some(({ type }) => type === 'rejected')).toBe(false)
      client.drop()
    } finally {
      await postgres.stop()
    }
  },
)

import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished, test } from 'vitest'
import { openBrowser, startParley } from '../browser/index.ts'
import { tellStory } from './story.ts'

const server = process.env.DATABASE_URL
const name = `parley_story_${randomBytes(6).toString('hex')}`

let browser: Browser

async function asOwner(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test.skipIf(!server)('the same story on PostgreSQL, in English', { timeout: 180_000 }, async () => {
  await asOwner(`create database ${name}`)
  onTestFinished(() => asOwner(`drop database if exists ${name} with (force)`))
  const address = new URL(server ?? '')
  address.pathname = `/${name}`
  const parley = await startParley({ env: { DATABASE_URL: address.href } })
  onTestFinished(() => parley[Symbol.asyncDispose]())
  await tellStory({
    parley,
    browser,
    language: 'en',
    requirements: 60,
    chooseSource: async (page) => {
      await page.getByRole('radio', { name: 'Starter template' }).click()
    },
  })
})

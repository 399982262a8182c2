import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { openBrowser, startParley } from '../browser/index.ts'
import { tellStory } from './story.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('two parties refine the starter template, in German', { timeout: 180_000 }, async () => {
  await using parley = await startParley()
  await tellStory({
    parley,
    browser,
    language: 'de',
    requirements: 60,
    chooseSource: async (page) => {
      await page.getByRole('radio', { name: 'Vorlage', exact: true }).click()
    },
  })
})

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished, test } from 'vitest'
import { openBrowser, startParley } from '../browser/index.ts'
import { tellStory } from './story.ts'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('two parties refine the starter template, in German', { timeout: 180_000 }, async () => {
  const parley = await startParley()
  onTestFinished(() => parley[Symbol.asyncDispose]())
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

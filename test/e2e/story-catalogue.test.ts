import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, onTestFinished, test } from 'vitest'
import { openBrowser, startParley } from '../browser/index.ts'
import { tellStory } from './story.ts'

const catalogue = fileURLToPath(
  new URL('../../../shared/data/oscal/bsi-supply-chain-2026-07.json', import.meta.url),
)

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

// The catalogue is not part of the project: it is read from beside it, where it is there.
test.skipIf(!existsSync(catalogue))(
  'two parties refine BSI’s catalogue, in English',
  { timeout: 180_000 },
  async () => {
    const parley = await startParley()
    onTestFinished(() => parley[Symbol.asyncDispose]())
    await tellStory({
      parley,
      browser,
      language: 'en',
      requirements: 146,
      chooseSource: async (page) => {
        await page.getByRole('radio', { name: 'OSCAL catalogue' }).click()
        await page.locator('input[type="file"]').setInputFiles(catalogue)
        await page.getByText('146 requirements').waitFor()
      },
    })
  },
)

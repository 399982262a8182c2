import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPerson, openBrowser, type Parley, startParley } from '../browser/index.ts'
import { openForWriting, saved, wordsOf } from './document-moves.ts'
import { setUpTwoParties, type TwoParties } from './two-parties.ts'

let browser: Browser
let parley: Parley
let parties: TwoParties

beforeAll(async () => {
  browser = await openBrowser()
  parley = await startParley()
  parties = await setUpTwoParties(parley)
})
afterAll(async () => {
  await browser.close()
  await parley[Symbol.asyncDispose]()
})

/** What the server has of a requirement, read anew. */
async function storedWords(number: number): Promise<string> {
  const document = (await parties.anna.call('GET', `/api/projects/${parties.project}/document`)) as {
    readonly requirements: readonly {
      readonly number: number
      readonly text: { readonly content: unknown }
    }[]
  }
  return JSON.stringify(document.requirements.find((each) => each.number === number)?.text.content)
}

/** Types word after word, and keeps the last one that the page said was saved. */
async function typeUntilKilled(
  page: Page,
  words: readonly string[],
  kill: () => Promise<void>,
): Promise<string[]> {
  const acknowledged: string[] = []
  for (const [index, word] of words.entries()) {
    await page.keyboard.type(`${word} `)
    if (index < words.length / 2) {
      await saved(page)
      acknowledged.push(word)
    }
  }
  await kill()
  return acknowledged
}

test('kill -9 while typing loses nothing: what was saved is there, the rest follows by itself', async () => {
  const { page, complaints, close } = await newPerson(browser, parley, { session: parties.anna })
  await page.goto(`/projects/${parties.project}`)
  await openForWriting(page, 2)
  for (const round of [1, 2, 3]) {
    const words = Array.from({ length: 10 }, (_, index) => `w${round}x${index}`)
    const acknowledged = await typeUntilKilled(page, words, parley.kill9)
    await parley.restart()
    const stored = await storedWords(2)
    for (const word of acknowledged) expect(stored).toContain(word)
    // The page connects again by itself and brings what was still under way.
    await saved(page)
    await expect.poll(() => storedWords(2)).toContain(words.at(-1))
    for (const word of words) expect(await wordsOf(page, 2)).toContain(word)
  }
  expect(complaints.filter((line) => !/WebSocket|ERR_CONNECTION/.test(line))).toEqual([])
  await close()
})

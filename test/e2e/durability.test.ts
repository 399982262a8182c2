import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newPerson } from '../browser/index.ts'
import { openForWriting, saved, wordsOf } from './document-moves.ts'
import { useStage } from './two-parties.ts'

const stage = useStage()

/** What the server has of a requirement, read anew. */
async function storedWords(number: number): Promise<string> {
  const document = (await stage.parties.anna.call(
    'GET',
    `/api/projects/${stage.parties.project}/document`,
  )) as {
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
  const { page, complaints, close } = await newPerson(stage.browser, stage.parley, {
    session: stage.parties.anna,
  })
  await page.goto(`/projects/${stage.parties.project}`)
  await openForWriting(page, 2)
  for (const round of [1, 2, 3]) {
    const words = Array.from({ length: 10 }, (_, index) => `w${round}x${index}`)
    const acknowledged = await typeUntilKilled(page, words, stage.parley.kill9)
    await stage.parley.restart()
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

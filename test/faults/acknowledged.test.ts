import type { TextId } from '@parley/model'
import { expect, it, onTestFinished } from 'vitest'
import { startParley } from '../browser/index.ts'
import { LiveClient } from './live-client.ts'
import { setUpProject } from './set-up-project.ts'
import { readStoredText } from './stored-text.ts'
import { countWords } from './words.ts'

const kills = 4

it('a kill -9 at any moment of typing loses nothing that was acknowledged', {
  timeout: 180_000,
}, async () => {
  await using parley = await startParley()
  const { ann, texts } = await setUpProject(parley.url)
  const { session } = ann
  const kept = new Map<TextId, string[]>(texts.map((text) => [text, []]))

  for (let round = 0; round < kills; round++) {
    const clients = texts.map((text) => [text, new LiveClient({ url: parley.url, text, session })] as const)
    onTestFinished(() => {
      for (const [, client] of clients) client.drop()
    })
    for (const [text, client] of clients) {
      await client.inStep()
      for (const word of kept.get(text) ?? []) expect(client.words).toContain(word)
    }
    // Words pour in without waiting; the kill comes when so many were acknowledged, in the middle of the rest.
    for (let number = 0; number < 120; number++) {
      for (const [, client] of clients) client.type(`r${round}w${number}`)
    }
    const [, first] = clients[0] ?? expect.unreachable()
    await first.until('enough was acknowledged', () => first.acknowledged.length >= 1 + round * 29)
    await parley.kill9()
    for (const [text, client] of clients) {
      await client.gone()
      kept.get(text)?.push(...client.acknowledged)
    }
    await parley.restart()
  }

  const acknowledged = [...kept.values()].flat().length
  expect(acknowledged).toBeGreaterThan(kills)
  for (const [text, words] of kept) {
    const reader = new LiveClient({ url: parley.url, text, session })
    await reader.inStep()
    expect(words.filter((word) => countWords(reader.words, word) !== 1)).toEqual([])
    reader.drop()
    const stored = await readStoredText({ folder: parley.dataFolder }, text)
    expect(stored.words).toBe(reader.words)
  }
})

import { expect, it } from 'vitest'
import { startParley } from '../browser/index.ts'
import { LiveClient } from './live-client.ts'
import { pour } from './pour.ts'
import { setUpProject } from './set-up-project.ts'
import { readStoredText } from './stored-text.ts'
import { type Damage, damages, readImage, tear, writeImage } from './torn-log.ts'
import { countWords } from './words.ts'

/** Each a power cut: how much of what was being written reached the disk, and what became of the rest. */
const cuts: readonly (readonly [share: number, damage: Damage])[] = damages.map((damage, at) => [
  [0.1, 0.5, 0.9][at] ?? 0,
  damage,
])

it('a power cut that tears what is being written loses nothing that was acknowledged before', {
  timeout: 180_000,
}, async () => {
  await using parley = await startParley()
  const { dataFolder, url } = parley
  const { ann, texts } = await setUpProject(url)
  const { session } = ann
  let torn = 0
  let clients = texts.map((text) => new LiveClient({ url, text, session }))

  for (const [share, damage] of cuts) {
    await Promise.all(clients.map((client) => client.inStep()))
    const poured = Promise.all(clients.map((client, at) => pour(client, `cut${share * 100}text${at}`)))
    const [first] = clients
    const acknowledged = (words: number) =>
      first?.until('so much was acknowledged', () => first.acknowledged.length >= words)
    await acknowledged(20)
    process.kill(parley.pid(), 'SIGSTOP')
    const before = readImage(dataFolder)
    const kept = clients.map((client) => client.acknowledged)
    process.kill(parley.pid(), 'SIGCONT')
    await acknowledged(40)
    process.kill(parley.pid(), 'SIGSTOP')
    const after = readImage(dataFolder)
    await parley.kill9()
    await poured
    writeImage(dataFolder, tear(before, after, share, damage))
    await parley.restart()

    for (const [at, text] of texts.entries()) {
      const { words } = await readStoredText({ folder: dataFolder }, text)
      expect(kept[at]?.filter((word) => countWords(words, word) !== 1)).toEqual([])
      torn += clients[at]?.acknowledged.filter((word) => countWords(words, word) === 0).length ?? 0
    }
    // Who is still there brings the rest, also what had been acknowledged since: nothing is lost or doubled.
    const typed = clients.map((client) => client.typed)
    clients = clients.map(({ doc }, at) => {
      const text = texts[at] ?? expect.unreachable()
      return new LiveClient({ url, text, session, doc })
    })
    await Promise.all(clients.map((client) => client.inStep()))
    for (const [at, text] of texts.entries()) {
      const { words } = await readStoredText({ folder: dataFolder }, text)
      expect(typed[at]?.filter(({ word }) => countWords(words, word) !== 1)).toEqual([])
      expect(words).toBe(clients[at]?.words)
    }
  }
  // Otherwise the cuts would have come too late to tear anything.
  expect(torn).toBeGreaterThan(0)
  for (const client of clients) client.drop()
})

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startParley } from '../browser/index.ts'
import { canTrace, straceAdvice, straceInto } from '../services/strace.ts'
import { LiveClient } from './live-client.ts'
import { setUpProject } from './set-up-project.ts'
import { readTrace, toldTooEarly, tracedCalls } from './trace.ts'

const isTraceable = canTrace()
if (!isTraceable) console.warn(`No strace, so it is not shown that a commit is synced first: ${straceAdvice}`)

const unsynced = pathToFileURL(join(import.meta.dirname, 'unsynced-database.ts')).href

describe.runIf(isTraceable)('what is acknowledged', { timeout: 180_000 }, () => {
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-trace-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  /** Words that were told, to who typed them or to who reads along, before they were on disk. */
  async function typeTraced(name: string, env: Readonly<Record<string, string>> = {}) {
    const file = join(folder, name)
    await using parley = await startParley({ env, under: straceInto(file, tracedCalls) })
    const { ann, texts } = await setUpProject(parley.url)
    const [text] = texts
    const [writer, reader] = [0, 1].map(() => new LiveClient({ url: parley.url, session: ann.session, text }))
    if (!writer || !reader) throw new Error('expected two clients')
    await Promise.all([writer.inStep(), reader.inStep()])
    const words = Array.from({ length: 30 }, (_, number) => `word${100 + number}`)
    for (const [at, word] of words.entries()) {
      writer.type(word)
      // Some alone, some while the commit of others runs.
      if (at % 3 === 0) await writer.saved()
    }
    await writer.saved()
    await reader.until('it read all', () => words.every((word) => reader.words.includes(word)))
    const { typed } = writer
    writer.drop()
    reader.drop()
    await parley.stop()
    return toldTooEarly(readTrace(file), typed)
  }

  it('is on disk first: its commit was synced before anybody heard of it', async () => {
    expect(await typeTraced('synced')).toEqual([])
  })

  it('would be found out by this test if it were not', async () => {
    const tooEarly = await typeTraced('unsynced', { NODE_OPTIONS: `--import=${unsynced}` })
    expect(tooEarly.length).toBeGreaterThan(20)
  })
})

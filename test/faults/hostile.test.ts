import { forgedUpdate, updateFrameOf } from '@parley/rooms/testing'
import fc from 'fast-check'
import { expect, it, onTestFinished } from 'vitest'
import { type Parley, startParley } from '../browser/index.ts'
import type { Bomb } from '../fuzz/bombs/bomb.ts'
import { bombs } from '../fuzz/bombs/bombs.ts'
import { anyEdit, perform } from '../fuzz/edit.ts'
import { anyChange, forged, mutate } from '../fuzz/mutate.ts'
import { Attacker } from './attacker.ts'
import { LiveClient } from './live-client.ts'
import { type SampleRefinement, setUpRefinement } from './set-up-refinement.ts'
import { readStoredText } from './stored-text.ts'
import { cpuOf, peakMemoryOf } from './usage.ts'

const all: readonly Bomb[] = Object.values(bombs).flat()

/** What any bomb may cost the server, in times what it costs to store a hundred words one after the other. */
const mostTimes = 15
/** The most memory, in times what the server has when it begins to be used. */
const mostMemory = 4

/** Attackers come and go faster than one address may: what is looked at here is what they bring. */
const manyConnections = { CONNECTIONS_PER_SECOND: '10000' }

/** Somebody honest in a text that is not attacked, and what an ordinary amount of their work costs the server. */
async function begin(parley: Parley, { calm, ann }: SampleRefinement) {
  const client = new LiveClient({ url: parley.url, text: calm, session: ann.session })
  onTestFinished(() => client.drop())
  await client.inStep()
  const pid = parley.pid()
  const [memory, cpu] = [peakMemoryOf(pid), cpuOf(pid)]
  for (let word = 0; word < 100; word++) {
    client.type(`w${word}`)
    await client.saved()
  }
  return { client, pid, memory, usual: Math.max(0.05, cpuOf(pid) - cpu) }
}

/** Every text and its chain are right; gives who wrote in each but the calm one. */
async function authors(parley: Parley, { texts, calm }: SampleRefinement) {
  await readStoredText({ folder: parley.dataFolder }, calm)
  const found = new Set<string | null>()
  for (const text of texts) {
    const { entries } = await readStoredText({ folder: parley.dataFolder }, text)
    for (const { person_id } of entries) found.add(person_id)
  }
  return found
}

it.each([
  ['a lead of the other party', true],
  ['somebody who only reads', false],
] as const)(
  'bombs of %s do not fell the real server, nor disturb another text',
  {
    timeout: 300_000,
  },
  async (_who, mayWrite) => {
    await using parley = await startParley({ env: manyConnections })
    const refinement = await setUpRefinement(parley.url)
    const { project, paul, texts } = refinement
    const mal = mayWrite ? paul : await project.join('Vera', 'viewer')
    const { client, pid, memory, usual } = await begin(parley, refinement)

    const costly: string[] = []
    for (const [at, bomb] of all.entries()) {
      const text = texts[at % texts.length]
      if (text === undefined) throw new Error('expected a text')
      const { doc } = await readStoredText({ folder: parley.dataFolder }, text)
      const before = cpuOf(pid)
      for (const door of mayWrite ? (['plain', 'channel'] as const) : (['plain'] as const)) {
        const attacker = await Attacker.enter(parley.url, mal.session, text, door)
        for (const frame of bomb.frames(doc)) attacker.send(frame)
        await attacker.heard()
        client.type(`b${at}`)
        await client.saved()
        attacker.leave()
      }
      const times = (cpuOf(pid) - before) / usual
      if (times > mostTimes) costly.push(`${bomb.name}: ${times}`)
    }

    expect(costly).toEqual([])
    expect(peakMemoryOf(pid) / memory).toBeLessThan(mostMemory)
    expect([parley.pid(), client.closed]).toEqual([pid, null])
    expect((await authors(parley, refinement)).has(mal.person)).toBe(mayWrite)
    expect(parley.output()).not.toMatch(/RangeError|TypeError|unhandled/i)
  },
)

it('mutated updates of a lead of the other party leave what everybody reads as it is stored', {
  timeout: 300_000,
}, async () => {
  await using parley = await startParley({ env: manyConnections })
  const refinement = await setUpRefinement(parley.url)
  const { ann, paul, texts } = refinement
  const { client, pid } = await begin(parley, refinement)
  const changes = fc.array(anyChange, { minLength: 1, maxLength: 3 })
  const plans = fc.sample(fc.tuple(anyEdit, changes), { numRuns: 4 * texts.length, seed: 20_268 })

  for (const [at, text] of texts.entries()) {
    const reader = new LiveClient({ url: parley.url, text, session: ann.session })
    onTestFinished(() => reader.drop())
    await reader.inStep()
    for (const [edit, changed] of plans.slice(4 * at, 4 * at + 4)) {
      const attacker = await Attacker.enter(parley.url, paul.session, text, 'channel')
      const honest = forgedUpdate(reader.doc, forged + at, (copy) => perform(copy, edit))
      attacker.send(updateFrameOf(mutate(honest, changed)))
      await attacker.heard()
      attacker.leave()
    }
    reader.type('honest')
    await reader.saved()
    const fresh = new LiveClient({ url: parley.url, text, session: ann.session })
    await fresh.inStep()
    const stored = await readStoredText({ folder: parley.dataFolder }, text)
    expect([fresh.words, reader.words]).toEqual([stored.words, stored.words])
    fresh.drop()
    reader.drop()
  }
  client.type('undisturbed')
  await client.saved()
  expect(parley.pid()).toBe(pid)
  expect((await authors(parley, refinement)).has(paul.person)).toBe(true)
})

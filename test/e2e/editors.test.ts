import {
  applyContent,
  bulletList,
  canonicalContent,
  contentProblem,
  paragraph,
  table,
  tableCell,
  tableRow,
  textContent,
} from '@parley/document'
import { makeWorld } from '@parley/rooms/testing'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newPerson, openBrowser, type Person } from '../browser/index.ts'
import { EditorsNetwork } from './editors-network.ts'
import { loadEditorsPage } from './editors-page.ts'

/** Where chance begins, and how many pairs and threes of commands it draws; the names of a failing test replay it. */
const seed = Number(process.env.EDITORS_SEED ?? 4)
const drawn = { pairs: Number(process.env.EDITORS_PAIRS ?? 24), threes: 8 }

const cells = (...words: string[]) => tableRow(...words.map((each) => tableCell(each)))
const content = textContent('Title', [
  paragraph('Alpha beta'),
  paragraph('Gamma'),
  bulletList('one', 'two'),
  table(cells('North', 'South'), cells('East', 'West')),
])

let browser: Browser
let person: Person
let commands: readonly string[]

beforeAll(async () => {
  browser = await openBrowser()
  person = await newPerson(browser, { url: 'http://127.0.0.1' })
  await loadEditorsPage(person.page)
  commands = await person.page.evaluate(() => window.editorsPage.commands)
})
afterAll(() => browser.close())

/** Draws so many combinations of commands. */
function draw(count: number, size: number): readonly (readonly string[])[] {
  let state = seed + size
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return commands[Math.floor((state / 2 ** 32) * commands.length)] ?? ''
  }
  return Array.from({ length: count }, () => Array.from({ length: size }, next))
}

/** The same for the same names, so that each combination has an order of its own among what is written at one place. */
const seedOf = (where: string): number =>
  [...where].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, seed)

/**
 * Each does a command at an editor of their own before anything of the others' has come, the first reaching the server
 * first; then each types where the caret is, and undoes. Every time all must come to rest, equal and valid.
 */
async function together(...chosen: readonly string[]): Promise<void> {
  const { page } = person
  const where = chosen.join(' + ')
  const world = makeWorld()
  const text = await world.createText()
  const author = world.peer('author', 77)
  await author.connect(world.rooms, text)
  await world.flush(author)
  applyContent(author.doc, content)
  await world.flush(author)
  const network = new EditorsNetwork(page, world)
  await network.open(text, ['ann', 'bob', 'cem'].slice(0, chosen.length), seedOf(where))
  for (const [tab, command] of chosen.entries()) {
    const isDone = await page.evaluate(([at, name]) => window.editorsPage.run(at, name), [
      tab,
      command,
    ] as const)
    expect(isDone, `${where}: ${command} can be done`).toBe(true)
  }
  await settle('their commands')
  for (const tab of chosen.keys())
    await page.evaluate((at) => window.editorsPage.type(at, 'xyz'[at] ?? 'x'), tab)
  await settle('a letter each')
  for (const tab of chosen.keys()) await page.evaluate((at) => window.editorsPage.undo(at), tab)
  await settle('undoing')
  network.leave()
  author.destroy()

  async function settle(after: string): Promise<void> {
    const message = `${where}, after ${after}`
    await network.send()
    const own = network.updates
    await network.flush()
    // reason: y-tiptap moves words that two wrote into an empty line at once into one text, whoever wrote them their own
    // and once; whatever goes beyond that is an editor that repairs what others do
    for (const [tab, sent] of network.updates.entries())
      expect(sent - (own[tab] ?? 0), message).toBeLessThanOrEqual(2)
    const stored = world.journal.content(text)
    if (stored === null) throw new Error('expected a stored text')
    expect(contentProblem(stored), message).toBe(null)
    for (const { shown, content: read, saved, refused } of await page.evaluate(() =>
      window.editorsPage.read(),
    )) {
      expect(read, message).toEqual(canonicalContent(stored))
      expect(shown, message).toEqual(read)
      expect([saved, refused], message).toEqual(['saved', 0])
    }
  }
}

describe('real editors on one text', () => {
  it.each([
    'add a row + add a column',
    'merge cells + delete a row',
    'merge cells down + delete a column',
    'delete a block + delete another block',
    'delete all + delete all',
    'wrap + split',
    'lift the list + split an item',
    'insert a table + insert a table',
    'add a row + add a column + merge cells',
  ])('G6 C1 come to rest, equal and valid: %s', (names) => together(...names.split(' + ')))

  // y-tiptap gave the caret of the undone edit to the next change; beyond the end of the text it failed at that.
  it('C1 show what comes after an undo, though the text has become shorter than where the undone edit stood', () =>
    together('add a row by Tab', 'wrap'))

  it(`G6 C1 come to rest after ${drawn.pairs} pairs of commands from seed ${seed}`, {
    timeout: 1_800_000,
  }, async () => {
    for (const pair of draw(drawn.pairs, 2)) await together(...pair)
  })

  it(`G6 C1 come to rest after ${drawn.threes} threes of commands from seed ${seed}`, async () => {
    for (const three of draw(drawn.threes, 3)) await together(...three)
  })

  it('complain of nothing', () => {
    expect(person.complaints).toEqual([])
  })
})

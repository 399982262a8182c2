import type { BrowserContext } from 'playwright-core'
import { printTable } from './figures.ts'
import { sampleTable } from './sample-table.ts'
import { openProfile, type World } from './world.ts'

const repetitions = 9

interface Opening {
  /** Until the first requirement's words were painted. */
  readonly readable: number
  /** Until a key pressed in it, after a click, was painted. */
  readonly editable: number
  /** Until every card stood. */
  readonly whole: number
}

/** Runs in the page from its first moment: notes the end of the frame in which a thing first shows. */
const watch = (total: number): void => {
  const painted = Object.assign(window, { painted: {} as Record<string, number> }).painted
  let unwritten: string | null = null
  const tell = (name: string): void => {
    if (name in painted) return
    painted[name] = Number.NaN
    // The next frame begins once this one was painted.
    requestAnimationFrame(() => {
      painted[name] = performance.now()
    })
  }
  const look = (): void => {
    const text = document.querySelector('[data-card="requirement"] .text p')
    if (unwritten === null && text && text.getBoundingClientRect().height > 0) {
      unwritten = text.textContent
      tell('readable')
    }
    const written = document.querySelector('[contenteditable="true"].text p')?.textContent
    if (written !== undefined && unwritten !== null && written !== unwritten) tell('editable')
    if (document.querySelectorAll('[data-card="requirement"]').length >= total) tell('whole')
    if (!('whole' in painted && 'editable' in painted)) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

const openOnce = async (context: BrowserContext, project: string, total: number): Promise<Opening> => {
  const page = await context.newPage()
  await page.addInitScript(watch, total)
  await page.goto(`/projects/${project}`, { waitUntil: 'commit' })
  const words = await page.waitForFunction(() => {
    const text = document.querySelector('[data-card="requirement"] .text p')
    return 'readable' in (window as unknown as { painted: object }).painted && text?.getBoundingClientRect()
  })
  const { x = 0, y = 0 } = (await words.jsonValue()) || {}
  // What is typed before the editor stands is written in it: nobody waits for the caret.
  await page.mouse.click(x + 40, y + 8)
  await page.keyboard.press('7')
  const painted = await page.waitForFunction(() => {
    const {
      readable = Number.NaN,
      editable = Number.NaN,
      whole = Number.NaN,
    } = (window as unknown as { painted: Partial<Opening> }).painted
    return readable + editable + whole > 0 ? { readable, editable, whole } : null
  })
  const opening = await painted.jsonValue()
  await page.close()
  if (!opening) throw new Error('expected the moments of a page that is open')
  return opening
}

/** From navigation to the first requirement readable, and to the first key shown in it, with 1,000 requirements. */
export const measureOpening = async (world: World): Promise<void> => {
  const total = 1_000
  const project = await world.create(sampleTable(total))
  const cold: Opening[] = []
  const warm: Opening[] = []
  for (let round = 0; round <= repetitions; round += 1) {
    const context = await openProfile(world, world.client)
    const first = await openOnce(context, project, total)
    // Chromium keeps compiled scripts from the second visit on: the third is what everyday use is like.
    await openOnce(context, project, total)
    const third = await openOnce(context, project, total)
    await context.close()
    // The very first visit warms the server.
    if (round === 0) continue
    cold.push(first)
    warm.push(third)
  }
  const lines = (name: string, openings: readonly Opening[]) => [
    { what: `${name}: readable`, values: openings.map(({ readable }) => readable), goal: 1_000 },
    {
      what: `${name}: editable (click, caret, key shown)`,
      values: openings.map(({ editable }) => editable),
      goal: 1_000,
    },
    { what: `${name}: whole document stands`, values: openings.map(({ whole }) => whole) },
  ]
  printTable('Opening a project of 1,000 requirements', [
    ...lines('empty cache', cold),
    ...lines('filled cache', warm),
  ])
}

import type { Browser, Page } from 'playwright-core'
import { blankRuns, recordScreen } from './blank.ts'
import { printTable } from './figures.ts'
import { sampleTable } from './sample-table.ts'
import { openWhole } from './wait-whole.ts'
import { openProfile, type World } from './world.ts'

const total = 5_000

interface Scrolling {
  /** Runs of frames whose middle shows no words, as the page itself sees them. */
  readonly blanks: number[]
  /** Milliseconds from each frame to the next. */
  readonly frames: number[]
}

/** Runs in the page: asks in each frame what stands in the middle of the document. */
const watch = (): void => {
  const scrolling: Scrolling = { blanks: [], frames: [] }
  const state = Object.assign(window, { scrolling, watching: true })
  let blankSince: number | null = null
  let before = performance.now()
  const x = innerWidth * 0.47
  const hasWords = (): boolean =>
    [-80, -40, -20, 0, 20, 40, 80].some((offset) => {
      const element = document.elementFromPoint(x, innerHeight / 2 + offset)
      return element?.closest('.text > *, [data-card] a, [data-card] span') != null
    })
  const look = (): void => {
    const now = performance.now()
    scrolling.frames.push(now - before)
    before = now
    if (!hasWords()) blankSince ??= now
    else if (blankSince !== null) {
      scrolling.blanks.push(now - blankSince)
      blankSince = null
    }
    if (state.watching) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

const finish = (page: Page): Promise<Scrolling> =>
  page.evaluate(() => {
    const state = window as unknown as { scrolling: Scrolling; watching: boolean }
    state.watching = false
    return state.scrolling
  })

/** Turns the wheel so many times by so much, as fast as a hand does. */
const turnWheel = async (page: Page, times: number, pixels: number): Promise<void> => {
  await page.mouse.move(680, 500)
  for (let turn = 0; turn < times; turn += 1) {
    await page.mouse.wheel(0, pixels)
    await page.waitForTimeout(16)
  }
}

/** Jumps all over the document, as with the scroll bar. */
const jump = async (page: Page, times: number): Promise<void> => {
  for (let turn = 1; turn <= times; turn += 1) {
    const part = (turn * 0.618) % 0.98
    await page.evaluate((share) => scrollTo(0, document.documentElement.scrollHeight * share), part)
    await page.waitForTimeout(120)
  }
}

const observe = async (browser: Browser, page: Page, move: () => Promise<void>) => {
  const stop = await recordScreen(page)
  await page.evaluate(watch)
  await move()
  const { blanks, frames } = await finish(page)
  const pictures = await stop()
  return { blanks, frames, pictures, seen: await blankRuns(browser, pictures) }
}

/** The longest blank while scrolling through 5,000 requirements, and while the document is still growing. */
export const measureScrolling = async (world: World): Promise<void> => {
  const project = await world.create(sampleTable(total))
  const context = await openProfile(world, world.client)
  const fresh = await context.newPage()
  await fresh.goto(`/projects/${project}`)
  await fresh.waitForSelector('[data-card="requirement"]')
  const growing = await observe(world.browser, fresh, () => turnWheel(fresh, 120, 400))
  await fresh.close()

  const page = await openWhole(context, project, total)
  const slow = await observe(world.browser, page, () => turnWheel(page, 200, 120))
  const fast = await observe(world.browser, page, () => turnWheel(page, 200, 2_000))
  const jumps = await observe(world.browser, page, () => jump(page, 40))
  await context.close()

  const lines = (what: string, { blanks, seen, frames, pictures }: typeof slow) => [
    { what: `${what}: blank runs in the page`, values: [0, ...blanks], of: 'worst' as const, goal: 100 },
    {
      what: `${what}: blank runs in ${pictures.length} pictures`,
      values: [0, ...seen],
      of: 'worst' as const,
      goal: 100,
    },
    { what: `${what}: from frame to frame`, values: frames },
  ]
  printTable(`Scrolling through ${total} requirements`, [
    ...lines('while the document grows', growing),
    ...lines('wheel, 120 px a turn', slow),
    ...lines('wheel, 2,000 px a turn', fast),
    ...lines('jumps', jumps),
  ])
}

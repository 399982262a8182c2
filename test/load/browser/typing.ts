import type { BrowserContext } from 'playwright-core'
import { printTable } from './figures.ts'
import { typeKeys } from './keystrokes.ts'
import { sampleTable } from './sample-table.ts'
import { clickInto, openWhole } from './wait-whole.ts'
import { openProfile, type World } from './world.ts'

const total = 5_000
const keys = 200

/** What a keystroke costs on this machine where nothing but the browser answers it. */
const typeBare = async (context: BrowserContext) => {
  const page = await context.newPage()
  await page.setContent('<p contenteditable>Words that stand here already.</p>')
  await page.click('p')
  const recording = await typeKeys(page, keys)
  await page.close()
  return recording
}

/** What a keystroke costs in a document of 5,000 requirements, once it stands and while it is still growing. */
export const measureTyping = async (world: World): Promise<void> => {
  const project = await world.create(sampleTable(total))
  const context = await openProfile(world, world.client)
  const bare = await typeBare(context)
  const page = await openWhole(context, project, total)
  await clickInto(page, 2_500)
  const whole = await typeKeys(page, keys)
  await page.close()

  const fresh = await context.newPage()
  await fresh.goto(`/projects/${project}`)
  await fresh.waitForSelector('[data-card="requirement"]')
  await clickInto(fresh, 2)
  const before = await fresh.locator('[data-card="requirement"]').count()
  const growing = await typeKeys(fresh, 40)
  const after = await fresh.locator('[data-card="requirement"]').count()
  await context.close()

  const works = ({ keystrokes }: typeof whole) => keystrokes.map(({ work }) => work)
  printTable(`Typing among ${total} requirements, a key every 60 ms`, [
    { what: 'a field of the browser alone, on an empty page', values: works(bare) },
    { what: 'work of a keystroke', values: works(whole), of: 'p95', goal: 16 },
    { what: 'until the frame that shows it ends', values: whole.keystrokes.map(({ shown }) => shown) },
    {
      what: `work while the document grows (${before} to ${after} cards)`,
      values: works(growing),
      of: 'p95',
      goal: 16,
    },
    { what: 'tasks of 50 ms and more meanwhile (0 for none)', values: [0, ...whole.long, ...growing.long] },
  ])
}

import type { Page } from 'playwright-core'
import { printTable } from './figures.ts'
import { sampleTable } from './sample-table.ts'
import { clickInto, openWhole } from './wait-whole.ts'
import { openProfile, refineWithProvider, type World } from './world.ts'

const keys = 100
const total = 200

interface Moments {
  readonly moments: number[]
}

/** Runs in the writer's page: notes when each key went down, on the clock that all pages share. */
const noteKeys = (): void => {
  const moments: number[] = []
  Object.assign(window, { moments })
  document.addEventListener(
    'keydown',
    ({ timeStamp }) => void moments.push(performance.timeOrigin + timeStamp),
    { capture: true },
  )
}

/** Runs in the reader's page: notes, for each letter that the requirement gains, the end of the frame that shows it. */
const noteLetters = (id: string): void => {
  const moments: number[] = []
  Object.assign(window, { moments })
  const card = document.getElementById(id)
  if (!card) throw new Error(`expected ${id}`)
  const length = (): number => card.querySelector('.text p')?.textContent?.length ?? 0
  let before = length()
  new MutationObserver(() => {
    const gained = length() - before
    if (gained <= 0) return
    before += gained
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        for (let letter = 0; letter < gained; letter += 1)
          moments.push(performance.timeOrigin + performance.now())
      }
      port2.postMessage(null)
    })
  }).observe(card, { childList: true, characterData: true, subtree: true })
}

const momentsOf = async (page: Page, expected: number): Promise<readonly number[]> => {
  const moments = await page.waitForFunction((count) => {
    const own = (window as unknown as Moments).moments
    return own.length >= count && own
  }, expected)
  return (await moments.jsonValue()) || []
}

/** Types in one page and answers how long each letter took to be shown in the other. */
const measureKeys = async (writer: Page, reader: Page, number: number, pace: number): Promise<number[]> => {
  await writer.evaluate(noteKeys)
  await reader.evaluate(noteLetters, `R-${number}`)
  for (let key = 0; key < keys; key += 1) {
    await writer.keyboard.press('e')
    await writer.waitForTimeout(pace)
  }
  const sent = await momentsOf(writer, keys)
  const shown = await momentsOf(reader, keys)
  return sent.map((moment, index) => (shown[index] ?? Number.NaN) - moment)
}

/** From a key of one party to the other party's screen, committed to the database on the way. */
export const measurePropagation = async (world: World): Promise<void> => {
  const project = await world.create(sampleTable(total))
  const provider = await refineWithProvider(world, project)
  const [mine, theirs] = [await openProfile(world, world.client), await openProfile(world, provider)]
  const [writer, reader] = [await openWhole(mine, project, total), await openWhole(theirs, project, total)]

  await clickInto(writer, 5)
  await clickInto(reader, 5)
  const open = await measureKeys(writer, reader, 5, 90)

  // Off the reader's screen a card stays static; on it, it would be live while somebody writes in it.
  await clickInto(writer, 120)
  const isStatic = await measureKeys(writer, reader, 120, 130)
  if ((await reader.locator('#R-120 .ProseMirror').count()) > 0) throw new Error('expected a static card')
  await mine.close()
  await theirs.close()
  printTable('From one browser to the other', [
    { what: 'key to the open editor of the other', values: open, goal: 50 },
    { what: 'key to a static card of the other', values: isStatic, goal: 200 },
  ])
}

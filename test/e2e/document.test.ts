import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newPerson } from '../browser/index.ts'
import { card, openForWriting, saved, select, wordsOf } from './document-moves.ts'
import { useStage } from './two-parties.ts'

const stage = useStage()

async function open(who: 'anna' | 'jonas' = 'anna') {
  const person = await newPerson(stage.browser, stage.parley, { session: stage.parties[who] })
  await person.page.goto(`/projects/${stage.parties.project}`)
  await card(person.page, 1).waitFor()
  return person
}

const statement = (page: Page, number: number) =>
  card(page, number).locator('.text > :not([data-title])').first()

test('a selection runs across cards and is copied', async () => {
  const { page, context, close } = await open()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const from = await statement(page, 2).boundingBox()
  const to = await statement(page, 3).boundingBox()
  if (!from || !to) throw new Error('expected both cards on screen')
  await page.mouse.move(from.x + 5, from.y + 10)
  await page.mouse.down()
  await page.mouse.move(to.x + 200, to.y + 10, { steps: 8 })
  await page.mouse.up()
  expect(await page.locator('[contenteditable="true"]').count()).toBe(0)
  await page.keyboard.press('Control+c')
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('Answer of every bidder to every requirement')
  expect(copied).toContain('Every bidder')
  await close()
})

test('the browser’s own search and select-all reach every card, also those far off screen', async () => {
  const { page, close } = await open()
  await page.locator('#R-60').waitFor({ state: 'attached' })
  const words = await page.locator('#R-60 .text [data-title]').textContent()
  const isFound = await page.evaluate(
    // reason: window.find is not in the standard, but it is what the browser's search uses
    (sought) => (window as unknown as { find: (words: string) => boolean }).find(sought),
    words ?? '',
  )
  expect(isFound).toBe(true)
  await page.evaluate(() => getSelection()?.removeAllRanges())
  await page.keyboard.press('Control+a')
  const all = await page.evaluate(() => getSelection()?.toString() ?? '')
  expect(all).toContain(words)
  expect(all).toContain('Derivation from the outsourcing strategy')
  await close()
})

test('printing the page prints every card', async () => {
  const { page, close } = await open()
  await page.locator('#R-60').waitFor({ state: 'attached' })
  await page.emulateMedia({ media: 'print' })
  const shown = await page
    .locator('article, [data-cards]')
    .evaluateAll((cards) => cards.every((each) => getComputedStyle(each).contentVisibility === 'visible'))
  expect(shown).toBe(true)
  expect((await page.pdf()).length).toBeGreaterThan(20_000)
  await close()
})

test('a click puts the caret where it was, and the text does not move', async () => {
  const { page, close } = await open()
  const place = await page.evaluate(() => {
    const text = document.querySelector('#R-2 .text > p')?.firstChild
    if (!text) throw new Error('expected words in R-2')
    const range = document.createRange()
    range.setStart(text, 25)
    range.setEnd(text, 26)
    const box = range.getBoundingClientRect()
    return { x: box.left + 1, y: box.top + box.height / 2 }
  })
  const before = await statement(page, 2).boundingBox()
  await page.mouse.click(place.x, place.y)
  await card(page, 2).locator('[contenteditable="true"]').waitFor()
  expect(await statement(page, 2).boundingBox()).toEqual(before)
  await page.waitForFunction(() => document.activeElement?.getAttribute('contenteditable') === 'true')
  expect(await page.evaluate(() => getSelection()?.anchorOffset)).toBe(25)

  // Another card further down is clicked: it stays where it is, though the first one gives up its lines.
  await page.mouse.wheel(0, 400)
  await page.waitForFunction(() => window.scrollY > 300)
  const other = await statement(page, 4).boundingBox()
  await statement(page, 4).click({ position: { x: 3, y: 10 } })
  await card(page, 4).locator('[contenteditable="true"]').waitFor()
  const after = await statement(page, 4).boundingBox()
  expect(Math.abs((after?.y ?? 0) - (other?.y ?? 0))).toBeLessThan(1.5)
  await close()
})

test('undo outlives the editor: a card that was left takes it back after it is entered again', async () => {
  const { page, close } = await open()
  const before = await wordsOf(page, 7)
  await select(page, 7)
  await openForWriting(page, 7)
  await page.keyboard.type('Wrong ')
  await saved(page)
  await openForWriting(page, 8)
  expect(await wordsOf(page, 7)).toContain('Wrong ')
  await openForWriting(page, 7)
  await page.keyboard.press('Control+z')
  await expect.poll(() => wordsOf(page, 7)).toBe(before)
  await page.keyboard.press('Control+y')
  await expect.poll(() => wordsOf(page, 7)).toContain('Wrong ')
  await close()
})

test('what is typed before the editor of an added requirement stands is not lost', async () => {
  const { page, close } = await open()
  await select(page, 9)
  const { promise: isTyped, resolve: goOn } = Promise.withResolvers<void>()
  await page.route('**/requirements', async (route) => {
    await isTyped
    await route.continue()
  })
  await page.getByRole('button', { name: 'Requirement', exact: true }).click()
  const scrolled = await page.evaluate(() => window.scrollY)
  await page.keyboard.type('Access is reviewed')
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled)
  await page.keyboard.press('Enter')
  await page.keyboard.type('Each mo')
  goOn()
  await page.locator('.text.ProseMirror-focused[contenteditable="true"]').waitFor()
  await page.keyboard.type('nth.')
  await saved(page)
  const added = page.locator('article[data-state="edited"] .text')
  expect(await added.locator('[data-title]').textContent()).toBe('Access is reviewed')
  expect(await added.locator('p').textContent()).toBe('Each month.')
  await close()
})

test('what is typed while the server is away is told so, warns before leaving, and arrives afterwards', async () => {
  const anna = await open()
  const jonas = await open('jonas')
  await openForWriting(anna.page, 3)
  await stage.parley.stop()
  await anna.page.locator('[data-saved="offline"]').waitFor()
  await anna.page.keyboard.type('Offline ')
  let isWarned = false
  anna.page.once('dialog', (dialog) => {
    isWarned = dialog.type() === 'beforeunload'
    void dialog.dismiss()
  })
  await anna.page.close({ runBeforeUnload: true })
  await expect.poll(() => isWarned).toBe(true)
  expect(await wordsOf(jonas.page, 3)).not.toContain('Offline ')
  await stage.parley.restart()
  await saved(anna.page)
  await saved(jonas.page)
  await expect.poll(() => wordsOf(jonas.page, 3), { timeout: 15_000 }).toContain('Offline ')
  await anna.close()
  await jonas.close()
})

test('a card that can’t be changed says why', async () => {
  const { page, close } = await open()
  const document = (await stage.parties.anna.call(
    'GET',
    `/api/projects/${stage.parties.project}/document`,
  )) as {
    readonly requirements: readonly { readonly id: string; readonly number: number }[]
  }
  const gone = document.requirements.find(({ number }) => number === 5)
  await stage.parties.anna.call(
    'POST',
    `/api/projects/${stage.parties.project}/requirements/${gone?.id}/withdrawal`,
    {
      withdrawn: true,
    },
  )
  await page.locator('#R-5[data-withdrawn]').waitFor()
  await statement(page, 5).click({ position: { x: 3, y: 10 } })
  await card(page, 5).getByText('This has been withdrawn. Restore it to change it.').waitFor()
  expect(await card(page, 5).locator('[contenteditable="true"]').count()).toBe(0)
  await close()
})

test('a blank far down the document opens beside its chip, and its value is shown at once', async () => {
  const { page, close } = await open()
  await page.locator('#R-60').waitFor({ state: 'attached' })
  const chip = page.locator('article .text [data-parameter]').last()
  await chip.scrollIntoViewIfNeeded()
  await chip.click()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  const [words, form] = [await chip.boundingBox(), await dialog.boundingBox()]
  if (!words || !form) throw new Error('expected the chip and its dialog on screen')
  const gap = Math.max(form.y - (words.y + words.height), words.y - (form.y + form.height))
  expect(gap).toBeLessThan(40)
  await dialog.getByRole('textbox').first().fill('4217')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => chip.textContent()).toContain('4217')
  await close()
})

test('of several choices of a blank those that are ticked read as one sentence, on screen and in print', async () => {
  const { page, close } = await open()
  const chip = page.locator('#R-1 .text [data-parameter]').first()
  const parameter = await chip.getAttribute('data-parameter')
  await stage.parties.anna.call('PATCH', `/api/projects/${stage.parties.project}/parameters/${parameter}`, {
    kind: 'choice',
    choices: ['by day', 'by night', 'at weekends'],
    many: true,
    value: null,
  })
  await chip.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: 'at weekends' }).check()
  await dialog.getByRole('checkbox', { name: 'by day' }).check()
  await dialog.getByRole('button', { name: 'Save' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => chip.textContent()).toBe('by day and at weekends')
  await page.goto(`/projects/${stage.parties.project}/compare?from=1&to=now`)
  await card(page, 1).getByText('by day and at weekends').first().waitFor()
  await page.goto(`/projects/${stage.parties.project}/print?version=now`)
  await page.getByText('by day and at weekends').first().waitFor()
  await close()
})

test('a comparison with now follows the document by itself', async () => {
  const { page, close } = await newPerson(stage.browser, stage.parley, { session: stage.parties.jonas })
  await page.goto(`/projects/${stage.parties.project}/compare?from=1&to=now`)
  await page.getByRole('main').locator('article, h2').first().waitFor()
  const writer = await open()
  await openForWriting(writer.page, 2)
  await writer.page.keyboard.type('Followed ')
  await card(page, 2).locator('ins', { hasText: 'Followed' }).waitFor()
  await writer.page.keyboard.type('further ')
  await card(page, 2).locator('ins', { hasText: 'Followed further' }).waitFor()
  await writer.close()
  await close()
})

test('on a narrow screen a long name leaves phase, saved state and the person’s menu in place', async () => {
  const name =
    'Operation of the data centre and of all workplaces, emergency preparedness included, from 2027 on'
  await stage.parties.anna.call('PATCH', `/api/projects/${stage.parties.project}`, { name })
  const { page, close } = await open()
  await page.setViewportSize({ width: 390, height: 844 })
  const bar = page.getByRole('banner')
  for (const part of [
    bar.locator('[aria-current="step"]'),
    bar.locator('[data-saved]'),
    bar.locator('> :last-child'),
  ]) {
    await expect.poll(async () => (await part.boundingBox())?.width ?? 0).toBeGreaterThan(0)
    const box = await part.boundingBox()
    expect(box && box.x >= 0 && box.x + box.width <= 390 && box.y >= 0 && box.y + box.height <= 96).toBe(true)
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await close()
})

import { buffer } from 'node:stream/consumers'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { newPerson, type Parley, type Person } from '../browser/index.ts'
import { card, line, openForWriting, saved, select, wordsOf } from './document-moves.ts'
import { fillBlank } from './fill-blank.ts'
import { type StoryWords, storyWords } from './story-words.ts'

interface Story {
  readonly parley: Parley
  readonly browser: Browser
  readonly language: 'en' | 'de'
  /** Chooses what the document is made from, on the page of a new project. */
  readonly chooseSource: (page: Page) => Promise<void>
  readonly requirements: number
}

const client = 'Stadtwerke Musterstadt'
const provider = 'Nordlicht IT'
const password = 'vier wörter und ein punkt.'

/** The whole main job, as two people of two organisations do it in two browsers. */
export async function tellStory(story: Story): Promise<void> {
  const words = storyWords[story.language]
  const locale = story.language === 'de' ? 'de-DE' : 'en-GB'
  const anna = await newPerson(story.browser, story.parley, { locale })
  const jonas = await newPerson(story.browser, story.parley, { locale, colorScheme: 'dark' })
  await createProject(anna.page, words, story)
  await invite(anna.page, jonas.page, words)
  await writeTogether(anna.page, jonas.page, words)
  await comment(anna.page, jonas.page, words)
  await agree(anna.page, jonas.page, words)
  await reorder(anna.page, jonas.page, words)
  await keepVersion(anna, words)
  await leave(anna.page, words)
  expect(anna.complaints, 'of the client’s browser').toEqual([])
  expect(jonas.complaints, 'of the provider’s browser').toEqual([])
  await anna.close()
  await jonas.close()
}

async function createProject(page: Page, words: StoryWords, story: Story): Promise<void> {
  await page.goto('/')
  await page.getByLabel(words.name).fill('Anna Weber')
  await page.getByLabel(words.email).fill('anna@stadtwerke.example')
  await page.getByLabel(words.password, { exact: true }).fill(password)
  await page.getByLabel(words.ownOrganisation).fill(client)
  await page.getByRole('button', { name: words.setUp }).click()
  await page.getByRole('link', { name: words.newProject }).first().click()
  await story.chooseSource(page)
  await page.getByLabel(words.projectName).fill('Rechenzentrum 2027')
  await page.getByRole('button', { name: words.createProject }).click()
  await page.locator('article').first().waitFor()
  const count = page.getByRole('button', { name: words.all })
  expect(await count.textContent()).toContain(String(story.requirements))
}

async function invite(anna: Page, jonas: Page, words: StoryWords): Promise<void> {
  const document = anna.url()
  await anna.goto(`${document}/people`)
  await anna.getByRole('button', { name: words.invite, exact: true }).first().click()
  await anna.getByRole('combobox', { name: words.party }).click()
  await anna.getByRole('option', { name: words.newProvider }).click()
  await anna.getByLabel(words.providerOrganisation).fill(provider)
  await anna.getByRole('button', { name: words.createInvitation }).click()
  const link = await anna.getByLabel(words.link, { exact: true }).inputValue()
  await anna.getByRole('dialog').getByRole('button', { name: words.close }).last().click()

  await jonas.goto(link)
  await jonas.getByLabel(words.name).fill('Jonas Lindt')
  await jonas.getByLabel(words.email).fill('jonas@nordlicht.example')
  await jonas.getByLabel(words.password, { exact: true }).fill(password)
  await jonas.getByRole('button', { name: words.accept }).click()
  await jonas.getByText(words.prepared).waitFor()
  expect(await jonas.getByRole('main').textContent()).toContain('Anna Weber')
  expect(await jonas.locator('article').count()).toBe(0)

  await anna.goto(`${document}/people`)
  await anna.getByRole('button', { name: words.startWith(provider) }).click()
  await anna
    .getByRole('dialog')
    .getByRole('button', { name: words.startWith(provider) })
    .click()
  await card(anna, 1).waitFor()
  // The provider's page opens by itself: it was told that its phase has come.
  await card(jonas, 1).waitFor()
}

const inOrder = (words: string) => [...words].sort().join('')

async function writeTogether(anna: Page, jonas: Page, words: StoryWords): Promise<void> {
  await openForWriting(anna, 2)
  await openForWriting(jonas, 2)
  await card(anna, 2).locator('.caret-name', { hasText: 'Jonas Lindt' }).waitFor({ state: 'attached' })
  const before = await wordsOf(anna, 2)
  await Promise.all([
    anna.keyboard.type('Zusammen ', { delay: 15 }),
    jonas.keyboard.type('Gemeinsam ', { delay: 15 }),
  ])
  // How the two mix is not known beforehand; that no letter is lost or doubled is.
  const everyLetter = inOrder(`${before}Zusammen Gemeinsam `)
  for (const page of [anna, jonas]) {
    await expect.poll(async () => inOrder(await wordsOf(page, 2)), { timeout: 15_000 }).toBe(everyLetter)
    await saved(page)
  }
  expect(await wordsOf(anna, 2)).toBe(await wordsOf(jonas, 2))
  expect(await anna.locator('[data-saved]').textContent()).toContain(words.saved)

  // A card that nobody has open in the other browser follows too.
  await openForWriting(anna, 3)
  await anna.keyboard.type('Still ')
  await expect.poll(() => wordsOf(jonas, 3)).toContain('Still ')

  await anna.getByRole('button', { name: words.changeFields }).click()
  await anna.getByLabel(words.verification).fill('Protokoll der Prüfung')
  await anna.getByRole('dialog').getByRole('button', { name: words.save }).click()
  await select(jonas, 3)
  await card(jonas, 3).getByText('Protokoll der Prüfung').waitFor()
  await fillBlank(anna, jonas, words.save)
}

/** A comment in the panel beside the document. */
const said = (page: Page, words: string) =>
  page.getByRole('complementary').getByRole('listitem').filter({ hasText: words })

async function comment(anna: Page, jonas: Page, words: StoryWords): Promise<void> {
  await openForWriting(anna, 3)
  for (let letter = 0; letter < 'Still'.length; letter++) await anna.keyboard.press('Shift+ArrowRight')
  await anna
    .getByRole('complementary')
    .locator('q', { hasText: /^Still$/ })
    .waitFor()
  await anna.getByRole('textbox', { name: words.writeShared }).fill('Bitte genauer fassen.')
  await anna.getByRole('button', { name: words.sendShared }).click()
  await said(anna, 'Bitte genauer fassen.').waitFor()
  await card(jonas, 3).locator('.thread-words', { hasText: 'Still' }).waitFor()

  await anna.getByRole('button', { name: words.onlyUs }).click()
  await anna
    .getByRole('textbox', { name: words.writePrivate(client) })
    .fill('Unsere Grenze sind dreißig Minuten.')
  await anna.getByRole('button', { name: words.sendPrivate(client) }).click()
  await said(anna, 'Unsere Grenze sind dreißig Minuten.').waitFor()

  const side = jonas.getByRole('complementary')
  await said(jonas, 'Bitte genauer fassen.').waitFor()
  await side.getByRole('textbox', { name: words.reply }).fill('Machen wir.')
  await side.getByRole('button', { name: words.reply, exact: true }).click()
  await said(anna, 'Machen wir.').waitFor()
  expect(await jonas.getByText('dreißig Minuten').count()).toBe(0)

  // The words go: the thread stays, with what it was about.
  await openForWriting(anna, 3)
  for (let letter = 0; letter < 'Still '.length; letter++) await anna.keyboard.press('Delete')
  await side.getByText(words.detached).waitFor()
  expect(await side.locator('q').first().textContent()).toBe('Still')
  await side.getByRole('button', { name: words.resolve }).first().click()
  await said(jonas, 'Bitte genauer fassen.').waitFor({ state: 'detached' })
}

async function agree(anna: Page, jonas: Page, words: StoryWords): Promise<void> {
  for (const [page, organisation] of [
    [anna, client],
    [jonas, provider],
  ] as const) {
    await select(page, 2)
    await card(page, 2).getByRole('button', { name: words.answer, exact: true }).click()
    await page.getByRole('radio', { name: words.agreed, exact: true }).check()
    await page.getByRole('button', { name: words.answerFor(organisation) }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await expect
    .poll(() => line(anna, 2).locator('[role="img"][aria-label]').getAttribute('aria-label'))
    .toMatch(new RegExp(`${words.agreed}.*${words.agreed}`))

  await openForWriting(jonas, 2)
  await jonas.keyboard.type('Neu: ')
  await card(anna, 2).getByText(words.changedSince).first().waitFor()
  await card(anna, 2).getByRole('button', { name: words.seeWhat }).first().click()
  await anna.getByRole('dialog').locator('ins', { hasText: 'Neu:' }).waitFor()
  await anna.keyboard.press('Escape')
  await anna.getByRole('dialog').waitFor({ state: 'detached' })

  await anna.getByRole('button', { name: words.myTurn }).click()
  await card(anna, 2).waitFor()
  await anna.getByRole('button', { name: words.all }).click()
}

async function reorder(anna: Page, jonas: Page, words: StoryWords): Promise<void> {
  const [first, second] = await siblings(anna)
  const isFirstAbove = (page: Page) =>
    page.evaluate(
      ([one, other]) => {
        const ids = [...document.querySelectorAll('article[data-card="requirement"]')].map(({ id }) => id)
        return ids.indexOf(`R-${one}`) < ids.indexOf(`R-${other}`)
      },
      [first, second],
    )

  await line(anna, first).click()
  await anna.getByRole('tree').focus()
  await anna.keyboard.press('Alt+ArrowDown')
  await expect.poll(() => isFirstAbove(jonas)).toBe(false)

  await line(anna, first).dragTo(line(anna, second), { targetPosition: { x: 60, y: 3 } })
  await expect.poll(() => isFirstAbove(jonas)).toBe(true)

  await anna.getByRole('tree').focus()
  await anna.keyboard.press('F2')
  await anna.getByRole('textbox', { name: words.rename }).fill('Neuer Titel')
  await anna.keyboard.press('Enter')
  await expect.poll(() => wordsOf(jonas, first)).toContain('Neuer Titel')

  await anna.getByRole('button', { name: words.addRequirement, exact: true }).click()
  await anna
    .locator('article[data-state="edited"] .text.ProseMirror-focused[contenteditable="true"]')
    .waitFor()
  await anna.keyboard.type('Hinzugefügt')
  await expect.poll(() => jonas.getByRole('treeitem').filter({ hasText: 'Hinzugefügt' }).count()).toBe(1)

  const added = anna.getByRole('treeitem').filter({ hasText: 'Hinzugefügt' })
  await added.hover()
  await added.getByRole('button', { name: words.actions }).click()
  await anna.getByRole('menuitem', { name: words.withdraw }).click()
  await expect
    .poll(() => jonas.locator('article[data-withdrawn]', { hasText: 'Hinzugefügt' }).count())
    .toBe(1)
}

/** The numbers of two requirements that stand next to each other in the outline, on the same level. */
async function siblings(page: Page): Promise<readonly [number, number]> {
  const lines = await page.getByRole('treeitem').evaluateAll((items) =>
    items.map((item) => ({
      number: Number(item.textContent?.match(/^R-(\d+)/)?.[1] ?? 0),
      level: item.getAttribute('aria-level'),
    })),
  )
  for (const [index, one] of lines.entries()) {
    const other = lines[index + 1]
    if (one.number > 0 && other && other.number > 0 && one.level === other.level)
      return [one.number, other.number]
  }
  throw new Error('expected two requirements side by side in the outline')
}

async function keepVersion({ page }: Person, words: StoryWords): Promise<void> {
  const project = page.url().split('#')[0]?.replace(/\/$/, '')
  await page.getByRole('banner').getByRole('button', { name: words.snapshot }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: words.snapshotName }).fill('Nach dem Termin')
  await page.getByRole('button', { name: words.takeSnapshot, exact: true }).click()
  await page.getByText(words.reading).waitFor()
  await card(page, 2).getByText('Neu: ').waitFor()

  for (const [name, ending] of [
    [words.xlsx, '.xlsx'],
    [words.markdown, '.md'],
  ] as const) {
    await page.getByRole('button', { name: words.out }).click()
    const coming = page.waitForEvent('download')
    await page.getByRole('menuitem', { name }).click()
    const download = await coming
    expect(download.suggestedFilename()).toMatch(new RegExp(`\\${ending}$`))
    const bytes = await buffer(await download.createReadStream())
    expect(bytes.length).toBeGreaterThan(1_000)
    if (ending === '.md') {
      expect(bytes.toString()).toContain('Neu: ')
      expect(bytes.toString()).not.toContain('dreißig Minuten')
    }
    await page.keyboard.press('Escape')
  }

  await page.goto(`${project}/compare?from=1&to=2`)
  const difference = card(page, 2)
  await difference.locator('ins', { hasText: 'Neu:' }).waitFor()
  await difference.getByText(words.changed).first().waitFor()

  await page.goto(`${project}/print?version=2`)
  await page.getByRole('navigation', { name: words.contents }).waitFor()
  const pdf = await page.pdf({ preferCSSPageSize: true })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
}

async function leave(page: Page, words: StoryWords): Promise<void> {
  await page.goto('/account')
  await page.getByRole('button', { name: words.signOutEverywhere }).click()
  await page.getByRole('dialog').getByRole('button', { name: words.signOutEverywhere }).click()
  await page.getByRole('button', { name: words.signIn, exact: true }).waitFor()
}

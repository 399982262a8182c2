import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPerson, openBrowser, type Parley, startParley } from '../browser/index.ts'
import { badCatalogues, badWorkbooks, goodCatalogue, type UploadedFile } from './bad-files.ts'
import { setUpTwoParties, type TwoParties } from './two-parties.ts'

let browser: Browser
let parley: Parley
let parties: TwoParties

beforeAll(async () => {
  browser = await openBrowser()
  parley = await startParley()
})
afterAll(async () => {
  await browser.close()
  await parley[Symbol.asyncDispose]()
})

const english = () => newPerson(browser, parley, { session: parties.anna })
const german = () => newPerson(browser, parley, { session: parties.anna, locale: 'de-DE' })
const alert = (page: Page) => page.getByRole('main').getByRole('alert')

/** How many projects and people there are: what a refusal must not change. */
async function whatIsThere(): Promise<string> {
  const projects = (await parties.anna.call('GET', '/api/projects')) as readonly unknown[]
  const people = await parties.anna.call('GET', `/api/projects/${parties.project}/people`)
  return JSON.stringify([projects.length, people])
}

test('a password that is easy to guess is refused in the page’s language, and what was typed stays', async () => {
  const { page, close } = await newPerson(browser, parley, { locale: 'de-DE' })
  await page.goto('/')
  await page.getByLabel('Ihr Name').fill('Anna Weber')
  await page.getByLabel('E-Mail-Adresse').fill('anna@stadtwerke.example')
  await page.getByLabel('Ihre Organisation').fill('Stadtwerke Musterstadt')
  const setUp = page.getByRole('button', { name: 'Parley einrichten' })

  await page.getByLabel('Passwort', { exact: true }).fill('kurz')
  await setUp.click()
  await page.getByText('Bitte wählen Sie mindestens 12 Zeichen.').waitFor()

  await page.getByLabel('Passwort', { exact: true }).fill('passwordpassword')
  await setUp.click()
  await page
    .getByText(/nicht leicht zu erraten/)
    .first()
    .waitFor()
  expect(await page.getByLabel('Ihr Name').inputValue()).toBe('Anna Weber')
  expect(await page.getByLabel('Passwort', { exact: true }).inputValue()).toBe('passwordpassword')
  const installation = await (await fetch(`${parley.url}/api/installation`)).json()
  expect(installation).toMatchObject({ setupNeeded: true })
  await close()
  parties = await setUpTwoParties(parley)
})

async function invite(): Promise<{ link: string; id: string }> {
  const base = `/api/projects/${parties.project}/invitations`
  const answer = (await parties.anna.call('POST', base, {
    into: { party: parties.clientParty },
    email: null,
    role: 'editor',
    function: 'legal',
  })) as { readonly link: string; readonly invitation: { readonly id: string } }
  return { link: answer.link, id: answer.invitation.id }
}

async function fillNewPerson(page: Page, email: string): Promise<void> {
  await page.getByLabel('Ihr Name').fill('Ida Neu')
  await page.getByLabel('E-Mail-Adresse').fill(email)
  await page.getByLabel('Passwort', { exact: true }).fill('ein neuer satz mit wörtern')
  await page.getByRole('button', { name: 'Konto anlegen und annehmen' }).click()
}

test('an invitation that is wrong, revoked, used or expired is told alike, and lets nobody in', async () => {
  const { page, close } = await newPerson(browser, parley, { locale: 'de-DE' })
  const told = () =>
    alert(page)
      .getByText(/falsch, abgelaufen|abgelaufen/)
      .waitFor()

  await page.goto('/invitation/no-such-invitation')
  await told()

  // Revoked while the invited person is filling in the form.
  const revoked = await invite()
  await page.goto(revoked.link)
  await page.getByLabel('Ihr Name').waitFor()
  await parties.anna.call('DELETE', `/api/projects/${parties.project}/invitations/${revoked.id}`)
  const before = await whatIsThere()
  await fillNewPerson(page, 'ida@stadtwerke.example')
  await told()
  expect(await page.getByLabel('Ihr Name').inputValue()).toBe('Ida Neu')
  expect(await whatIsThere()).toBe(before)

  const expired = await invite()
  const database = new DatabaseSync(join(parley.dataFolder, 'parley.db'))
  database
    .prepare('update invitation set expires_at = ? where id = ?')
    .run('2020-01-01T00:00:00.000Z', expired.id)
  database.close()
  await page.goto(expired.link)
  await told()

  const used = await invite()
  await page.goto(used.link)
  await fillNewPerson(page, 'ida@stadtwerke.example')
  await page.locator('article').first().waitFor()
  const other = await newPerson(browser, parley, { locale: 'de-DE' })
  await other.page.goto(used.link)
  await alert(other.page)
    .getByText(/abgelaufen/)
    .waitFor()
  await other.close()
  await close()
})

async function chooseCatalogue(page: Page, file: UploadedFile): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles(file)
}

test('a catalogue that cannot be taken says why, in both languages, and keeps the project’s name', async () => {
  const before = await whatIsThere()
  const cases = {
    en: [
      [badCatalogues.notJson, /not valid JSON. See line 3/],
      [badCatalogues.notOscal, /not an OSCAL catalogue/],
      [badCatalogues.dangling, /Control c-1 refers to the parameter c-9_prm_9/],
    ],
    de: [
      [badCatalogues.notJson, /kein gültiges JSON. Siehe Zeile 3/],
      [badCatalogues.notOscal, /kein OSCAL/],
      [badCatalogues.dangling, /c-9_prm_9/],
      [badCatalogues.tooLarge, /größer als 20 MB/],
    ],
  } as const
  for (const language of ['en', 'de'] as const) {
    const { page, complaints, close } = await (language === 'en' ? english() : german())
    await page.goto('/new')
    await page.getByRole('radio', { name: language === 'en' ? 'OSCAL catalogue' : 'OSCAL-Katalog' }).click()
    const name = page.getByLabel(language === 'en' ? 'Name of the project' : 'Name des Projekts')
    await name.fill('Mein Projekt')
    for (const [file, words] of cases[language]) {
      await chooseCatalogue(page, file)
      await alert(page).getByText(words).first().waitFor()
      expect(await name.inputValue()).toBe('Mein Projekt')
    }
    await chooseCatalogue(page, goodCatalogue)
    await page.getByText('Small catalogue').waitFor()
    expect(await alert(page).count()).toBe(0)
    expect(await name.inputValue()).toBe('Mein Projekt')
    expect(complaints).toEqual([])
    await close()
  }
  expect(await whatIsThere()).toBe(before)
})

test('a workbook that would burst or has 100,000 rows is refused, and the server goes on', async () => {
  const { page, close } = await german()
  await page.goto('/new')
  await page.getByRole('radio', { name: 'Tabelle' }).click()
  await page.locator('input[type="file"]').setInputFiles(badWorkbooks.bomb())
  await alert(page)
    .getByText(/entpackt|ausgepackt/i)
    .waitFor()
  await page.locator('input[type="file"]').setInputFiles(badWorkbooks.tooManyRows())
  await alert(page)
    .getByText(/20.?000 Zeilen/)
    .waitFor()
  expect((await fetch(`${parley.url}/readyz`)).ok).toBe(true)
  await close()
})

const projectsNamed = async (name: string) =>
  ((await parties.anna.call('GET', '/api/projects')) as readonly { readonly name: string }[]).filter(
    (project) => project.name === name,
  ).length

test('a form that is sent twice makes one thing, also when its first answer was lost', async () => {
  const { page, close } = await english()
  await page.goto('/new')
  await page.getByLabel('Name of the project').fill('Only once')
  await page.getByRole('button', { name: 'Create the project' }).dblclick()
  await page.locator('article').first().waitFor()
  expect(await projectsNamed('Only once')).toBe(1)

  await page.goto('/new')
  await page.getByLabel('Name of the project').fill('Lost answer')
  let isLost = false
  await page.route('**/api/projects', async (route) => {
    if (route.request().method() !== 'POST' || isLost) return route.continue()
    isLost = true
    // The server does it, but its answer never arrives.
    await route.fetch()
    await route.abort()
  })
  await page.getByRole('button', { name: 'Create the project' }).click()
  await alert(page).getByText('The server cannot be reached.').waitFor()
  expect(await page.getByLabel('Name of the project').inputValue()).toBe('Lost answer')
  await page.getByRole('button', { name: 'Create the project' }).click()
  await page.locator('article').first().waitFor()
  expect(await projectsNamed('Lost answer')).toBe(1)
  await close()
})

test('a comment whose answer was lost is written once, and stays in the composer until then', async () => {
  const { page, close } = await english()
  await page.goto(`/projects/${parties.project}`)
  await page
    .getByRole('treeitem')
    .filter({ hasText: /^R-2\D/ })
    .click()
  const composer = page.getByRole('textbox', { name: 'Write to both parties …' })
  await composer.fill('Said once.')
  let isLost = false
  await page.route('**/threads', async (route) => {
    if (route.request().method() !== 'POST' || isLost) return route.continue()
    isLost = true
    await route.fetch()
    await route.abort()
  })
  await page.getByRole('button', { name: 'Send to both parties' }).click()
  await page.getByRole('alert').getByText('The server cannot be reached.').waitFor()
  expect(await composer.inputValue()).toBe('Said once.')
  await page.getByRole('button', { name: 'Send to both parties' }).click()
  await expect.poll(() => composer.inputValue()).toBe('')
  const { threads } = (await parties.anna.call('GET', `/api/projects/${parties.project}/threads`)) as {
    readonly threads: readonly { readonly comments: readonly { readonly body: string }[] }[]
  }
  expect(
    threads.flatMap(({ comments }) => comments).filter(({ body }) => body === 'Said once.'),
  ).toHaveLength(1)
  await close()
})

test('the project of somebody else looks like one that does not exist', async () => {
  const me = (await parties.anna.call('GET', '/api/me')) as {
    readonly organisations: readonly { readonly id: string }[]
  }
  const other = (await parties.anna.call('POST', '/api/projects', {
    name: 'Not for Jonas',
    language: 'en',
    organisation: me.organisations[0]?.id,
    source: { kind: 'empty' },
  })) as { readonly id: string }
  const { page, close } = await newPerson(browser, parley, { session: parties.jonas })
  const shown: string[] = []
  for (const id of [other.id, 'a'.repeat(21)]) {
    await page.goto(`/projects/${id}`)
    await page.getByRole('heading', { name: 'There is nothing here' }).waitFor()
    shown.push(`${await page.title()} ${await page.getByRole('main').textContent()}`)
  }
  expect(shown[0]).toBe(shown[1])
  await close()
})

import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { axe, newPerson } from '../browser/index.ts'
import { card, openForWriting, select } from './document-moves.ts'
import { useStage } from './two-parties.ts'

/** Everything a document holds, and no more of it than axe can look at in a moment. */
const catalogue = {
  catalog: {
    uuid: '6f1e8f3a-54c0-4c4e-9a55-3d6a9d2f7a10',
    metadata: { title: 'Short catalogue', version: '1', 'oscal-version': '1.1.3' },
    groups: ['Access', 'Operation'].map((title, group) => ({
      id: `g-${group}`,
      title,
      controls: [1, 2, 3].map((number) => ({
        id: `c-${group}-${number}`,
        title: `${title} is agreed, part ${number}`,
        params: [{ id: `p-${group}-${number}`, label: 'number of days' }],
        parts: [
          {
            name: 'statement',
            prose: `The provider answers within {{ insert: param, p-${group}-${number} }} days.`,
          },
          { name: 'guidance', prose: 'Counted in working days.' },
        ],
      })),
    })),
  },
}

const stage = useStage({ kind: 'oscal', catalogue: JSON.stringify(catalogue) })

/** Everything a page may show at once: a selected card that is written in, threads of both kinds, a position. */
async function fillDocument(): Promise<void> {
  const document = (await stage.parties.anna.call(
    'GET',
    `/api/projects/${stage.parties.project}/document`,
  )) as {
    readonly requirements: readonly {
      readonly id: string
      readonly number: number
      readonly fingerprint: string
    }[]
  }
  const base = `/api/projects/${stage.parties.project}`
  const requirement = document.requirements.find(({ number }) => number === 2)
  for (const audience of [
    [stage.parties.clientParty],
    [stage.parties.clientParty, stage.parties.providerParty],
  ]) {
    await stage.parties.anna.call('POST', `${base}/threads`, {
      requirement: requirement?.id,
      audience,
      anchor: null,
      body: 'A word on this.',
    })
  }
  await stage.parties.anna.call('PUT', `${base}/requirements/${requirement?.id}/position`, {
    stance: 'agreed-with-reservation',
    words: 'Only at night.',
    fingerprint: requirement?.fingerprint,
  })
}

const places = ['/', '/new', '/account'] as const
const projectPlaces = [
  '',
  '/people',
  '/snapshots',
  '/snapshots/1',
  '/compare?from=1&to=now',
  '/print',
] as const

const settled = async (page: Page) => {
  await page.waitForLoadState('networkidle')
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' })
}

describe.each([{ locale: 'en-GB' }, { locale: 'de-DE' }] as const)(
  'axe finds nothing, light and dark, $locale',
  ({ locale }) => {
    test('on pages before signing in', async () => {
      const { page, close } = await newPerson(stage.browser, stage.parley, { locale })
      for (const place of ['/sign-in', '/reset-password', '/invitation/nonsense', '/nowhere']) {
        await page.goto(place)
        await settled(page)
        expect(await axe(page), place).toEqual([])
      }
      await close()
    })

    test('on the pages of a person and of a project', { timeout: 120_000 }, async () => {
      const { page, close } = await newPerson(stage.browser, stage.parley, {
        locale,
        session: stage.parties.anna,
      })
      for (const place of [
        ...places,
        ...projectPlaces.map((each) => `/projects/${stage.parties.project}${each}`),
      ]) {
        await page.goto(place)
        await settled(page)
        expect(await axe(page), place).toEqual([])
      }
      await close()
    })

    test('on the document while it is worked on', { timeout: 120_000 }, async () => {
      if (locale === 'en-GB') await fillDocument()
      const { page, close } = await newPerson(stage.browser, stage.parley, {
        locale,
        session: stage.parties.anna,
      })
      await page.goto(`/projects/${stage.parties.project}`)
      await select(page, 2)
      await openForWriting(page, 2)
      await page.getByRole('complementary').getByRole('listitem').first().waitFor()
      expect(await axe(page), 'a text being written').toEqual([])
      await card(page, 2).locator('button[aria-expanded="false"]').last().click()
      await page.getByRole('dialog').waitFor()
      expect(await axe(page), 'the fields').toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('#R-1 [data-parameter]').first().click()
      await page.getByRole('dialog').waitFor()
      expect(await axe(page), 'a blank').toEqual([])
      await close()
    })
  },
)

test('the way from signing in to a comment needs no mouse', async () => {
  const { page, close } = await newPerson(stage.browser, stage.parley)
  await page.goto('/sign-in')
  await page.getByLabel('E-mail address').focus()
  await page.keyboard.type('anna@stadtwerke.example')
  await page.keyboard.press('Tab')
  await page.keyboard.type('vier wörter und ein punkt.')
  await page.keyboard.press('Enter')
  const project = page.getByRole('link', { name: /Data centre 2027/ })
  await project.waitFor()
  await tabTo(page, /Data centre 2027/)
  await page.keyboard.press('Enter')
  await card(page, 1).waitFor()

  await tabTo(page, /Outline of the document/)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('article[data-state="selected"]').waitFor()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('R-5')
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('#R-5[data-state="selected"]').waitFor()

  await tabTo(page, /^R-5$/)
  await page.keyboard.press('Enter')
  await card(page, 5).locator('[contenteditable="true"]').waitFor()
  await page.keyboard.type(' By keyboard.')
  await page.locator('[data-saved="saved"]').waitFor()
  await page.keyboard.press('Escape')
  await card(page, 5).locator('[contenteditable="true"]').waitFor({ state: 'detached' })
  expect(await card(page, 5).textContent()).toContain('By keyboard.')

  await tabTo(page, /Write to both parties/)
  await page.keyboard.type('Written without a mouse.')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('listitem').filter({ hasText: 'Written without a mouse.' }).waitFor()
  await close()
})

/** Presses Tab until what has the focus bears this name; gives up after a whole document's worth of stops. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let stop = 0; stop < 400; stop++) {
    const label = await page.evaluate(() => {
      const element = document.activeElement
      if (!element?.matches('a, button, input, textarea, [tabindex="0"]')) return ''
      return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })
    if (name.test(label)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`expected to reach ${name} by Tab`)
}

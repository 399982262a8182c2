import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { newPerson } from '../browser/index.ts'
import { card, openForWriting, select } from './document-moves.ts'
import { useStage } from './two-parties.ts'

const stage = useStage()

/**
 * Keeps every byte that the server sends a page: answers over HTTP and frames over WebSocket. Answers are read on their
 * way, because a browser forgets those that it left before reading; the client's own files are the same for everybody.
 */
async function record(page: Page): Promise<() => Promise<string>> {
  const received: string[] = []
  await page.route('**/api/**', async (route) => {
    // A kept-alive connection may be closed just as it is used again; that is no answer, so it is asked again.
    const answer = await route.fetch({ maxRetries: 3 })
    received.push(JSON.stringify(answer.headers()), (await answer.body()).toString('latin1'))
    // reason: a page that was left meanwhile no longer takes its answer; it has been recorded
    await route.fulfill({ response: answer }).catch(() => undefined)
  })
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      received.push(typeof payload === 'string' ? payload : payload.toString('latin1'))
    })
  })
  return async () => {
    await page.unrouteAll({ behavior: 'wait' })
    return received.join('\n')
  }
}

test('nothing private of one party reaches the other’s browser in any form', async () => {
  const anna = await newPerson(stage.browser, stage.parley, { session: stage.parties.anna })
  const jonas = await newPerson(stage.browser, stage.parley, { session: stage.parties.jonas })
  const ofJonas = await record(jonas.page)
  const ofAnna = await record(anna.page)
  for (const { page } of [anna, jonas]) {
    await page.goto(`/projects/${stage.parties.project}`)
    await select(page, 2)
  }

  await openForWriting(anna.page, 2)
  for (let step = 0; step < 3; step++) await anna.page.keyboard.press('Shift+ArrowRight')
  await anna.page.getByRole('button', { name: 'Only us' }).click()
  await anna.page.getByRole('textbox', { name: /Stadtwerke Musterstadt only/ }).fill('canary-of-the-client')
  await anna.page.getByRole('button', { name: /Send to Stadtwerke/ }).click()
  await anna.page.getByRole('listitem').filter({ hasText: 'canary-of-the-client' }).waitFor()

  await jonas.page.getByRole('button', { name: 'Only us' }).click()
  await jonas.page.getByRole('textbox', { name: /Nordlicht IT only/ }).fill('canary-of-the-provider')
  await jonas.page.getByRole('button', { name: /Send to Nordlicht/ }).click()
  await jonas.page.getByRole('listitem').filter({ hasText: 'canary-of-the-provider' }).waitFor()

  // Something shared afterwards proves that both hear of each other at all; then every page is read anew.
  await anna.page.getByRole('button', { name: 'Shared', exact: true }).click()
  await anna.page.getByRole('textbox', { name: /both parties/ }).fill('shared-by-the-client')
  await anna.page.getByRole('button', { name: 'Send to both parties' }).click()
  await jonas.page.getByRole('listitem').filter({ hasText: 'shared-by-the-client' }).waitFor()
  for (const { page } of [anna, jonas]) {
    for (const place of ['', '/people', '/snapshots', '/compare?from=1&to=now', '/print?version=now']) {
      await page.goto(`/projects/${stage.parties.project}${place}`)
      await page.getByRole('main').locator('article, table, h1').first().waitFor()
    }
    await page.goto(`/projects/${stage.parties.project}`)
    await card(page, 2).waitFor()
  }

  const [toAnna, toJonas] = [await ofAnna(), await ofJonas()]
  expect(toJonas).toContain('shared-by-the-client')
  expect(toJonas).not.toContain('canary-of-the-client')
  expect(toAnna).toContain('canary-of-the-client')
  expect(toAnna).not.toContain('canary-of-the-provider')
  // A private thread leaves no mark in the other browser's text either.
  expect(await card(jonas.page, 2).locator('.thread-words').count()).toBe(0)
  await anna.close()
  await jonas.close()
})

import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { inject } from 'vitest'
import type { ApiClient } from './api-client.ts'
import { keepFailure } from './keep-failure.ts'
import type { Parley } from './parley.ts'

/** Connects to the one Chromium of this run; call it once a file and close it at the end. */
export const openBrowser = (): Promise<Browser> => chromium.connect(inject('browserEndpoint'))

/** Somebody at a screen: a browser profile of their own with one page. */
export type Person = {
  readonly context: BrowserContext
  readonly page: Page
  /** What the browser complained about so far: errors on the console, uncaught exceptions, answers of 5xx. */
  readonly complaints: readonly string[]
  readonly close: () => Promise<void>
}

type Options = {
  readonly locale?: 'en-GB' | 'de-DE'
  readonly colorScheme?: 'light' | 'dark'
  readonly viewport?: { readonly width: number; readonly height: number }
  /** A client that is signed in already: the person starts with its session. */
  readonly session?: ApiClient
}

/** Opens a profile in which nobody else is signed in; nothing is loaded yet. To be called inside a test, with which it ends. */
export const newPerson = async (
  browser: Browser,
  { url }: Pick<Parley, 'url'>,
  { locale = 'en-GB', colorScheme = 'light', viewport = { width: 1440, height: 900 }, session }: Options = {},
): Promise<Person> => {
  const context = await browser.newContext({
    baseURL: url,
    locale,
    colorScheme,
    viewport,
    reducedMotion: 'reduce',
  })
  keepFailure(context)
  context.setDefaultTimeout(15_000)
  const cookies = [...(session?.cookies ?? [])].map(([name, value]) => ({ name, value, url }))
  await context.addCookies(cookies)
  const complaints: string[] = []
  context.on('weberror', (error) => complaints.push(String(error.error())))
  context.on('console', (message) => {
    // reason: Chromium reports each 4xx answer as an error; those are answers the page is to handle
    const isAnswer = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isAnswer) complaints.push(message.text())
  })
  context.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} from ${response.url()}`)
  })
  const page = await context.newPage()
  return { context, page, complaints, close: () => context.close() }
}

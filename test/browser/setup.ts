import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { chromiumAdvice, chromiumFlags, findChromium } from './chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one browser of this run listens. */
    readonly browserEndpoint: string
  }
}

/** Before the browser tests: launches one Chromium for all files; each connects to it with `openBrowser`. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error(`No Chromium: ${chromiumAdvice}`)
  const server = await chromium.launchServer({ executablePath, args: [...chromiumFlags], headless: true })
  project.provide('browserEndpoint', server.wsEndpoint())
  return () => server.close()
}

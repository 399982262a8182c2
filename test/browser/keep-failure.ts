import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, ConsoleMessage } from 'playwright-core'
import { onTestFinished, type TestContext } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, 'test', 'e2e', '.shots', 'failed')

let contexts = 0

const inFileName = (words: string): string =>
  words
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)

const nameOf = ({ file, fullTestName }: TestContext['task'], number: number): string =>
  `${basename(file.filepath, '.test.ts')}.${inFileName(fullTestName)}.${number}`

/** Writes down what happens in a browser profile, line by line. */
const listen = (context: BrowserContext): readonly string[] => {
  const lines: string[] = []
  const note = (page: { url: () => string } | null, words: string): void => {
    lines.push(`${new Date().toISOString()} ${page?.url() ?? ''} ${words}`)
  }
  context.on('console', (message: ConsoleMessage) =>
    note(message.page(), `${message.type()}: ${message.text()}`),
  )
  context.on('weberror', (error) => note(error.page(), `uncaught: ${error.error().stack ?? error.error()}`))
  context.on('requestfailed', (request) =>
    note(null, `failed: ${request.method()} ${request.url()} (${request.failure()?.errorText})`),
  )
  context.on('response', (response) => {
    if (response.status() >= 400) note(null, `answer ${response.status()}: ${response.url()}`)
  })
  return lines
}

/**
 * Where the test that is running fails, keeps a picture of every page that is open in this profile then and one log of
 * what its console said, in `test/e2e/.shots/failed/`, and prints where they are. Closes the profile either way. A server
 * of the test itself is to be stopped by `onTestFinished` as well: then it is still there for the picture.
 */
export const keepFailure = (context: BrowserContext): void => {
  const lines = listen(context)
  const number = ++contexts
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') {
      const path = join(folder, nameOf(task, number))
      await mkdir(folder, { recursive: true })
      const shown = await Promise.all(
        context.pages().map((page, index) => picture(page, `${path}-${index + 1}`)),
      )
      await writeFile(`${path}.log`, `${[...shown, ...lines].join('\n')}\n`)
      console.error(`What the browser showed: ${relative(root, path)}*`)
    }
    await context.close()
  })
}

/** Takes the picture and answers a line for the log; a page that hangs has none, and the test has failed already. */
const picture = async (page: ReturnType<BrowserContext['pages']>[number], path: string): Promise<string> => {
  const taken = page.screenshot({ path: `${path}.png`, animations: 'disabled', timeout: 5_000 })
  const outcome = await taken.then(
    () => basename(`${path}.png`),
    (error: unknown) => `no picture: ${error}`,
  )
  return `${outcome} of ${page.url()}`
}

import { fileURLToPath } from 'node:url'
import type { TextContent, TextId } from '@parley/model'
import type { Page } from 'playwright-core'
import { build } from 'vite'

type Frames = readonly (readonly string[])[]

/** What the page of `client/src/requirement/testing/editors-page.ts` offers. */
interface EditorsPage {
  readonly commands: readonly string[]
  open(text: TextId, count: number): void
  mount(): void
  exchange(incoming: Frames): Promise<Frames>
  run(tab: number, command: string): boolean
  type(tab: number, letter: string): boolean
  undo(tab: number): boolean
  read(): readonly {
    readonly shown: TextContent
    readonly content: TextContent
    readonly saved: string
    readonly refused: number
  }[]
}

declare global {
  interface Window {
    readonly editorsPage: EditorsPage
    readonly seedRandom: (seed: number) => void
  }
}

const entry = fileURLToPath(new URL('../../client/src/requirement/testing/editors-page.ts', import.meta.url))

/** Makes chance, which client ids and so the order of what is written at one place come from, the same each time. */
const seededRandom = `
  let state = 0
  window.seedRandom = (seed) => void (state = seed)
  crypto.getRandomValues = (numbers) =>
    numbers.map((_, at) => (numbers[at] = state = (Math.imul(state, 1664525) + 1013904223) >>> 0))
`

/** Bundles the client's own code as the page of several real editors and loads it. */
export async function loadEditorsPage(page: Page): Promise<void> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: { entry, formats: ['iife'], name: 'editors' },
      target: 'es2023',
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  const files = outputs.flatMap((output) => ('output' in output ? output.output : []))
  await page.setContent('<!doctype html><title>Editors</title>')
  await page.addScriptTag({ content: `{${seededRandom}}` })
  for (const file of files) {
    if (file.type === 'chunk') await page.addScriptTag({ content: file.code })
    else if (file.fileName.endsWith('.css')) await page.addStyleTag({ content: String(file.source) })
  }
}

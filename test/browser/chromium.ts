import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What to do where no Chromium can be had. */
export const chromiumAdvice =
  'install it (Debian: apt-get install chromium; macOS: brew install --cask chromium), or set CHROMIUM_PATH.'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const elsewhere = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The program of the system's Chromium, or of a browser made from it. */
export const findChromium = (): string | undefined => {
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)))
  return [process.env.CHROMIUM_PATH ?? '', ...candidates, ...elsewhere].find(
    (path) => path !== '' && existsSync(path),
  )
}

/** Flags for a browser that talks to nobody but the server under test. */
export const chromiumFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

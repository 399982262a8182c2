// What `npm run bench` runs: every part, or those named: `npm run bench -- browser`, `npm run bench -- browser open`.
import { measureBrowser } from './browser/measure-browser.ts'
import { measureRooms } from './rooms/measure-rooms.ts'

/** Each takes what was named after it on the command line and prints its own tables. */
const parts: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  rooms: measureRooms,
  browser: measureBrowser,
}

const [name, ...args] = process.argv.slice(2)
const chosen = name === undefined ? Object.values(parts) : [parts[name]]
for (const part of chosen) {
  if (!part) throw new Error(`“${name}” is none of ${Object.keys(parts).join(', ')}`)
  await part(args)
}

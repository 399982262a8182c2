// What `npm run bench` runs: every part, or the one named: `npm run bench -- browser`, `npm run bench -- browser open`.
import { measureBrowser } from './browser/measure-browser.ts'
import { measureHour } from './hour/measure-hour.ts'
import { measureRooms } from './rooms/measure-rooms.ts'

/** Each takes what was named after it on the command line and prints its own tables. */
const parts: Readonly<Record<string, (args: readonly string[]) => Promise<void>>> = {
  rooms: measureRooms,
  browser: measureBrowser,
}

/** Only by name: it takes as long as it says. */
const patient: typeof parts = { hour: measureHour }

const [name, ...args] = process.argv.slice(2)
const chosen = name === undefined ? Object.values(parts) : [parts[name] ?? patient[name]]
for (const part of chosen) {
  if (!part) throw new Error(`“${name}” is none of ${Object.keys({ ...parts, ...patient }).join(', ')}`)
  await part(args)
}

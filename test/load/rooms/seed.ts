import { Link } from './link.ts'
import { pushed } from './push.ts'
import type { Running } from './running.ts'
import { sampleUpdate } from './sample-texts.ts'

/** Clients that seed at once. */
const atOnce = 20

/** Fills the texts of a server that makes none by itself; a client stays in each where they are held in memory only. */
export async function seed(running: Running): Promise<void> {
  const { texts, keeps } = running
  for (let start = 0; start < texts.length; start += atOnce) {
    await Promise.all(
      texts.slice(start, start + atOnce).map(async (text, index) => {
        const link = new Link(running, text, 0)
        await link.synced
        await pushed(running, text, link, [sampleUpdate(start + index)])
        if (keeps) link.end()
      }),
    )
  }
}

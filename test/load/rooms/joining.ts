import * as Y from 'yjs'
import { history } from './history.ts'
import { Link } from './link.ts'
import { pause } from './pause.ts'
import { pushed, stateOf } from './push.ts'
import type { Running } from './running.ts'

/** Clients that begin at once; each that is in step makes room for the next. */
const arriving = 40

/** Puts a history of so many edits behind a text. */
export async function burden(
  running: Running,
  text: string,
  { edits, length, seed }: { readonly edits: number; readonly length: number; readonly seed: number },
): Promise<void> {
  const link = new Link(running, text, 0)
  const state = await link.synced
  await pushed(running, text, link, history(state, edits, length, seed))
  if (running.keeps) link.end()
}

/** Starts a server that keeps its texts anew, so that nothing of its past is in memory. */
export async function afresh(running: Running): Promise<void> {
  if (!running.keeps) return
  // reason: peers store after a while, and not all of them when they are told to end
  await pause(running.name === 'Parley' ? 200 : 3_000)
  await running.process.stop()
  await running.process.start()
}

/** Seconds of the server's CPU for so many clients that open a text at once, with nothing of it at hand. */
export async function openAtOnce(running: Running, text: string, clients: number): Promise<number> {
  return joined(running, text, clients, {})
}

/** The same for clients that have everything already. */
export async function returnAtOnce(running: Running, text: string, clients: number): Promise<number> {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await stateOf(running, text))
  const stateVector = Y.encodeStateVector(doc)
  const step2 = Y.encodeStateAsUpdate(doc, stateVector)
  return joined(running, text, clients, { stateVector, step2 })
}

async function joined(
  running: Running,
  text: string,
  clients: number,
  has: { readonly stateVector?: Uint8Array; readonly step2?: Uint8Array },
): Promise<number> {
  const links: Link[] = []
  const cpu = running.process.cpu()
  let next = 0
  const arrive = async () => {
    while (next < clients) {
      const link = new Link(running, text, next++, has)
      links.push(link)
      await link.synced
    }
  }
  await Promise.all(Array.from({ length: Math.min(arriving, clients) }, arrive))
  await pause(500)
  const taken = running.process.cpu() - cpu
  for (const link of links) link.end()
  await pause(200)
  return taken
}

import { afresh, burden } from './joining.ts'
import { Link } from './link.ts'
import { pause } from './pause.ts'
import type { Running } from './running.ts'

/** Edits after which the state of such a text takes about 50 kB. */
const edits = 13_000

export interface MemoryResult {
  /** Bytes a text: of the whole process, and of its heap and buffers. */
  readonly rss: number
  readonly used: number
  /** Bytes of a text's state. */
  readonly state: number
}

/** What each open text takes while one reader sits in it and nobody writes. */
export async function measureMemory(running: Running, idle: number): Promise<MemoryResult> {
  const { texts, process } = running
  // reason: the first texts bring what is there once, however many follow
  const [first = '', ...others] = texts
  const write = async (all: readonly string[]) => {
    for (const text of all) await burden(running, text, { edits, length: 4_000, seed: texts.indexOf(text) })
  }
  await write(running.keeps ? texts : [first])
  await afresh(running)
  const links = [new Link(running, first, 0)]
  await links[0]?.synced
  const before = await process.memory()
  // reason: a server that keeps nothing holds a text from the moment it is written, readers or none
  if (!running.keeps) await write(others)
  let state = 0
  for (const [number, text] of others.entries()) {
    const link = new Link(running, text, number)
    links.push(link)
    state += (await link.synced).length
  }
  await pause(idle)
  const after = await process.memory()
  for (const link of links) link.end()
  const share = (bytes: number) => bytes / others.length
  return { rss: share(after.rss - before.rss), used: share(after.used - before.used), state: share(state) }
}

import * as Y from 'yjs'
import { Link } from './link.ts'
import { pause } from './pause.ts'
import type { Running } from './running.ts'

/** Sends updates and waits until whoever joins is given all that they hold. */
export async function pushed(
  running: Running,
  text: string,
  link: Link,
  updates: readonly Uint8Array[],
): Promise<void> {
  for (const update of updates) link.sendPrepared(link.prepare(update))
  const wanted = new Map<number, number>()
  for (const update of updates)
    for (const [client, clock] of Y.parseUpdateMeta(update).to)
      wanted.set(client, Math.max(clock, wanted.get(client) ?? 0))
  const deadline = performance.now() + 30_000
  for (;;) {
    const has = Y.parseUpdateMeta(await stateOf(running, text)).to
    if ([...wanted].every(([client, clock]) => (has.get(client) ?? 0) >= clock)) return
    if (performance.now() > deadline) throw new Error(`${running.name} did not take the updates of ${text}`)
    await pause(20)
  }
}

/** The whole state that a new client is given. */
export async function stateOf(running: Running, text: string): Promise<Uint8Array> {
  const link = new Link(running, text, 1)
  try {
    return await link.synced
  } finally {
    link.end()
  }
}

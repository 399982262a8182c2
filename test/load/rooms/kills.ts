import { fragmentName } from '@parley/document'
import * as Y from 'yjs'
import { Link } from './link.ts'
import { pause } from './pause.ts'
import { stateOf } from './push.ts'
import type { Running } from './running.ts'
import { Typist } from './typing.ts'

const clients = 3
/** Updates that each client sends before the kill, at most. */
const burst = 120

export interface KillsResult {
  readonly kills: number
  readonly acknowledged: number
  readonly lost: number
}

/** Types until some updates are acknowledged, lets all clients go, kills the server, and looks for what it had said it has. */
export async function measureKills(running: Running, kills: number): Promise<KillsResult> {
  const [text = ''] = running.texts
  let acknowledged = 0
  let lost = 0
  for (let kill = 0; kill < kills; kill++) {
    const typing = await Promise.all(
      Array.from({ length: clients }, async (_, number) => {
        const link = new Link(running, text, number, { update: () => {} })
        return { link, typist: new Typist(await link.synced, number), before: 0 }
      }),
    )
    // reason: the answer to step 1 is acknowledged as well
    await soon(() => typing.every(({ link }) => link.acknowledged > 0))
    for (const writer of typing) writer.before = writer.link.acknowledged
    for (let update = 0; update < burst; update++)
      for (const { link, typist } of typing) link.sendPrepared(link.prepare(typist.next()))
    const enough = 1 + ((kill * 17) % burst)
    await soon(() => typing.some(({ link, before }) => link.acknowledged - before >= enough))
    for (const { link } of typing) link.end()
    const told = typing.map(({ link, typist, before }) => ({
      client: typist.client,
      clock: link.acknowledged - before,
    }))
    await running.process.stop('SIGKILL')
    await running.process.start()
    const kept = clocks(await stateOf(running, text))
    for (const { client, clock } of told) {
      acknowledged += clock
      lost += Math.max(0, clock - (kept.get(client) ?? 0))
    }
  }
  return { kills, acknowledged, lost }
}

function clocks(state: Uint8Array): ReadonlyMap<number, number> {
  const doc = new Y.Doc()
  doc.getXmlFragment(fragmentName)
  Y.applyUpdate(doc, state)
  return Y.decodeStateVector(Y.encodeStateVector(doc))
}

/** Waits until it holds, or for ten seconds. */
async function soon(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000
  while (!holds() && performance.now() < deadline) await pause(1)
}

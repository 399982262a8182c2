import type { TextId } from '@parley/model'
import { features } from './looking.ts'
import type { Peer } from './peer.ts'
import type { World } from './world.ts'

/** A text with one of our own clients for each name in it, all synced; their client ids are 1, 2, 3 … */
export async function meeting<const Names extends readonly string[]>(
  world: World,
  ...names: Names
): Promise<{ readonly text: TextId; readonly peers: { readonly [Name in keyof Names]: Peer } }> {
  const text = await world.createText()
  const peers = names.map((name, at) => world.peer(name, at + 1, { features }))
  for (const peer of peers) await peer.connect(world.rooms, text)
  await world.flush(...peers)
  // reason: `map` keeps the number of names, which its type does not say
  return { text, peers: peers as { readonly [Name in keyof Names]: Peer } }
}

import { plainText } from '@parley/document'
import type { TextId } from '@parley/model'
import type { Feature } from '@parley/protocol'
import type { Access } from '../access.ts'
import type { Peer } from './peer.ts'
import type { World } from './world.ts'

/** Everything a client of ours announces. */
export const features: readonly Feature[] = ['committed', 'rejected', 'policy', 'saving']

/** The plain words of a text as stored. */
export function stored(world: World, text: TextId): string {
  const content = world.journal.content(text)
  return content === null ? '' : plainText(content)
}

/** The counts of durable frames a peer was told, in order. */
export const committed = (peer: Peer): readonly number[] =>
  peer.told.filter((message) => message.type === 'committed').map(({ frames }) => frames)

/** The codes with which a peer was refused, in order. */
export const rejections = (peer: Peer) =>
  peer.told.filter((message) => message.type === 'rejected').map(({ code }) => code)

/** Access that only reads. */
export const readOnly = (world: World, peer: Peer): Access => ({
  type: 'read',
  reason: 'phase',
  membership: { party: world.partyOf(peer.person), partyKind: 'provider', partyName: 'Provider' },
})

import type { TextId } from '@parley/model'
import type { RejectionCode } from '@parley/protocol'
import type { StoredEntry } from '@parley/rooms'
import {
  forgedUpdate,
  makeWorld,
  meeting,
  type Peer,
  rejections,
  updateFrameOf,
  type World,
} from '@parley/rooms/testing'
import fc from 'fast-check'
import * as encoding from 'lib0/encoding'
import type * as Y from 'yjs'
import { checkHarmless } from './check-harmless.ts'
import { anyEdit, type Edit, perform } from './edit.ts'
import { anyChange, type Change, forged, mutate } from './mutate.ts'

/** What happens in a text in which an honest person and a hostile one may both write. All of it is data. */
export type Step =
  | { readonly type: 'honest'; readonly edit: Edit }
  /** An honest edit of the hostile one, changed on the way; `parked` comes before the step 2 of a new session. */
  | {
      readonly type: 'mutated'
      readonly edit: Edit
      readonly changes: readonly Change[]
      readonly as: 'update' | 'step2' | 'parked'
    }
  /** The same with bytes set, cut off, and sent on with another behind it. */
  | {
      readonly type: 'bent'
      readonly edit: Edit
      readonly bytes: readonly (readonly [at: number, byte: number])[]
      readonly cut: number | null
      readonly twice: boolean
    }
  | { readonly type: 'frame'; readonly bytes: readonly number[] }

/** Any scene. */
export const anyScene: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ type: fc.constant('honest' as const), edit: anyEdit }) },
    {
      weight: 6,
      arbitrary: fc.record({
        type: fc.constant('mutated' as const),
        edit: anyEdit,
        changes: fc.array(anyChange, { minLength: 1, maxLength: 4 }),
        as: fc.constantFrom('update' as const, 'step2' as const, 'parked' as const),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        type: fc.constant('bent' as const),
        edit: anyEdit,
        bytes: fc.array(fc.tuple(fc.nat({ max: 300 }), fc.nat({ max: 255 })), { maxLength: 4 }),
        cut: fc.option(fc.nat({ max: 200 })),
        twice: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('frame' as const),
        bytes: fc.array(fc.nat({ max: 255 }), { maxLength: 40 }),
      }),
    },
  ),
  { minLength: 3, maxLength: 14, size: 'max' },
)

/** How many of the hostile one's updates changed the text, and with which codes others were refused. */
export interface Played {
  readonly taken: number
  readonly codes: readonly RejectionCode[]
}

/** Plays a scene and throws where the text, its journal or the honest person suffered from it. */
export async function play(steps: readonly Step[]): Promise<Played> {
  const world = makeWorld({ refusals: 1_000, clientsPerPerson: 1_000 })
  const { text, peers } = await meeting(world, 'ann', 'mal')
  const [ann, mal] = peers
  for (const step of steps) {
    if (step.type === 'honest') perform(ann.doc, step.edit)
    else await attack(world, text, mal, step)
    await world.flush(ann, mal)
  }
  const fresh = await checkHarmless(world, text, ann)
  const entries = await world.journal.entries(text, 0, 10_000)
  const isHostile = ({ author }: StoredEntry) => author.type === 'person' && author.person === mal.person.id
  for (const peer of [ann, mal, fresh]) peer.destroy()
  return { taken: entries.filter(isHostile).length, codes: rejections(mal) }
}

type Attack = Exclude<Step, { type: 'honest' }>

async function attack(world: World, text: TextId, mal: Peer, step: Attack): Promise<void> {
  if (mal.closed !== null || (step.type === 'mutated' && step.as === 'parked')) {
    mal.disconnect()
    await mal.connect(world.rooms, text)
  } else mal.askAgain()
  if (step.type !== 'mutated' || step.as !== 'parked') await world.flush(mal)
  mal.sendRaw(frameOf(step, mal.doc))
}

function frameOf(step: Attack, doc: Y.Doc): Uint8Array {
  if (step.type === 'frame') return Uint8Array.from(step.bytes)
  const honest = forgedUpdate(doc, forged, (copy) => perform(copy, step.edit))
  if (step.type === 'mutated') {
    const update = mutate(honest, step.changes)
    return step.as === 'step2' ? step2Of(update) : updateFrameOf(update)
  }
  const frame = updateFrameOf(step.twice ? Buffer.concat([honest, honest]) : honest)
  const bent = frame.slice(0, step.cut ?? undefined)
  for (const [at, byte] of step.bytes) if (at < bent.length) bent[at] = byte
  return bent
}

const step2Of = (update: Uint8Array) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarUint8Array(encoder, update)
  })

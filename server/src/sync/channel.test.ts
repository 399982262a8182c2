import { newId, personId } from '@parley/model'
import type { CloseReason } from '@parley/protocol'
import type { JoinOutcome } from '@parley/rooms'
import { describe, expect, it } from 'vitest'
import { Channel, type Holding } from './channel.ts'

/** A channel that has asked to be let in, and the room's answer in the test's hands. */
function begin(holding: Holding) {
  const answer = Promise.withResolvers<JoinOutcome>()
  const closed: CloseReason[] = []
  const received: Uint8Array[] = []
  const channel = new Channel((reason) => closed.push(reason), holding)
  const joined = channel.join(
    { join: () => answer.promise },
    newId<'text'>(),
    {
      person: { id: personId('ann'), name: 'Ann' },
      features: [],
      outlet: { send: () => {}, close: () => {}, backlog: 0 },
    },
    () => {},
  )
  async function letIn(): Promise<void> {
    const session = { receive: (frame: Uint8Array) => void received.push(frame), leave: () => {} }
    answer.resolve({ type: 'joined', session })
    await joined
  }
  return { channel, closed, received, letIn }
}

const frame = new Uint8Array(400_000)

describe('a channel that is not let in yet', () => {
  it('holds what comes, in order', async () => {
    const { channel, received, letIn } = begin({ bytes: 0 })
    channel.receive(Uint8Array.of(1))
    channel.receive(Uint8Array.of(2))
    await letIn()
    channel.receive(Uint8Array.of(3))
    expect(received.map(([byte]) => byte)).toEqual([1, 2, 3])
  })

  it('holds no more than all channels of its connection may together', async () => {
    const holding = { bytes: 0 }
    const channels = [begin(holding), begin(holding), begin(holding)]
    for (const { channel } of channels) channel.receive(frame)
    expect(channels.map(({ closed }) => closed)).toEqual([[], [], ['too-fast']])
    expect(holding.bytes).toBe(2 * frame.length)
    await channels[0]?.letIn()
    channels[1]?.channel.leave()
    expect(holding.bytes).toBe(0)
  })
})

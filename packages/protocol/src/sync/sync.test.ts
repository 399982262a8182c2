import { newId } from '@parley/model'
import { describe, expect, it } from 'vitest'
import { closeReason, closes, isFinalClose } from './close.ts'
import { clientControlSchema, decodeControl, decodeFrame, encodeControl, encodeFrame } from './control.ts'
import { decodePrivate, encodePrivate } from './private-codec.ts'
import type { PrivateMessage } from './private-message.ts'

describe('close codes', () => {
  it('are final from 4400 and transient from 4500, each with one name', () => {
    const codes = Object.values(closes)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.every((code) => code >= 4400 && code < 4600)).toBe(true)
    expect(isFinalClose(closes['not-found'])).toBe(true)
    expect(isFinalClose(closes.unavailable)).toBe(false)
    expect(isFinalClose(1006)).toBe(false)
    expect(closeReason(4404)).toBe('not-found')
    expect(closeReason(1006)).toBe(null)
  })
})

describe('frames', () => {
  it('carry a channel and a payload', () => {
    for (const channel of [0, 1, 127, 128, 0xffff_ffff]) {
      expect(decodeFrame(encodeFrame(channel, Uint8Array.of(7, 8)))).toEqual({
        channel,
        payload: Uint8Array.of(7, 8),
      })
    }
    expect(decodeFrame(new Uint8Array())).toBe(null)
    expect(decodeFrame(Uint8Array.of(0xff))).toBe(null)
  })

  it('carry control messages on channel 0, and nothing that the schema does not know', () => {
    const open = { type: 'open', channel: 3, text: newId<'text'>(), features: ['committed'] } as const
    const frame = decodeFrame(encodeControl({ ...open, features: [...open.features] }))
    expect(frame?.channel).toBe(0)
    expect(decodeControl(clientControlSchema, frame?.payload ?? new Uint8Array())).toEqual(open)
    const bad = ['{', '{"type":"shout"}', '{"type":"open","channel":0}', '"open"', '']
    for (const json of bad)
      expect(decodeControl(clientControlSchema, new TextEncoder().encode(json))).toBe(null)
    expect(decodeControl(clientControlSchema, Uint8Array.of(0xff, 0xfe))).toBe(null)
  })
})

describe('private messages', () => {
  const messages: PrivateMessage[] = [
    { type: 'committed', frames: 12 },
    { type: 'rejected', code: 'read-only' },
    { type: 'policy', writable: true },
    { type: 'policy', writable: false, reason: 'phase' },
    { type: 'saving', saving: false },
  ]

  it.each(messages)('$type survives the wire', (message) => {
    expect(decodePrivate(encodePrivate(message))).toEqual(message)
  })

  it('are told from everything else', () => {
    for (const payload of [[], [0, 0, 1, 0], [1, 1, 0], [100], [100, 1, 65], [104, 2, 123, 125]])
      expect(decodePrivate(Uint8Array.from(payload))).toBe(null)
  })
})

import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { SessionSaved } from './session.ts'
import { makeSteadySaved } from './steady-saved.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function begin() {
  let saved: SessionSaved = 'saved'
  let tell = () => {}
  const steady = makeSteadySaved({
    saved: () => saved,
    subscribe: (listener) => {
      tell = listener
      return () => {}
    },
  })
  const said: SessionSaved[] = []
  const stop = steady.subscribe(() => said.push(steady.get()))
  const become = (next: SessionSaved) => {
    saved = next
    tell()
  }
  return { become, said, stop }
}

it('says that something is being saved at once, and "saved" only when it has held', () => {
  const { become, said } = begin()
  for (let letter = 0; letter < 5; letter++) {
    become('saving')
    vi.advanceTimersByTime(10)
    become('saved')
    vi.advanceTimersByTime(100)
  }
  expect(said).toEqual(['saving'])
  vi.advanceTimersByTime(1_000)
  expect(said).toEqual(['saving', 'saved'])
})

it('never says "saved" of what became anything else meanwhile', () => {
  const { become, said } = begin()
  become('saving')
  become('saved')
  become('offline')
  vi.advanceTimersByTime(1_000)
  expect(said).toEqual(['saving', 'offline'])
  become('saved')
  expect(said).toEqual(['saving', 'offline', 'saved'])
})

it('says nothing more after the end', () => {
  const { become, said, stop } = begin()
  become('saving')
  become('saved')
  stop()
  vi.advanceTimersByTime(1_000)
  expect(said).toEqual(['saving'])
})

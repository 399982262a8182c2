import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { merged } from './merged.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A task that ends when it is told to. */
function slowTask() {
  const ends: (() => void)[] = []
  const task = vi.fn(() => new Promise<void>((resolve) => void ends.push(resolve)))
  return { task, end: () => ends.shift()?.() }
}

it('does once what many ask for, and nothing before the pause is over', async () => {
  const { task } = slowTask()
  const { ask } = merged(task, 500)
  for (let times = 0; times < 100; times++) ask()
  await vi.advanceTimersByTimeAsync(499)
  expect(task).toHaveBeenCalledTimes(0)
  await vi.advanceTimersByTimeAsync(1)
  expect(task).toHaveBeenCalledTimes(1)
})

it('is never done twice at a time, and once more for those who asked meanwhile', async () => {
  const { task, end } = slowTask()
  const { ask } = merged(task, 500)
  ask()
  await vi.advanceTimersByTimeAsync(500)
  ask()
  ask()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(task).toHaveBeenCalledTimes(1)
  end()
  await vi.advanceTimersByTimeAsync(500)
  expect(task).toHaveBeenCalledTimes(2)
  end()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(task).toHaveBeenCalledTimes(2)
})

it('is not done after it was stopped', async () => {
  const { task, end } = slowTask()
  const { ask, stop } = merged(task, 500)
  ask()
  await vi.advanceTimersByTimeAsync(500)
  ask()
  stop()
  end()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(task).toHaveBeenCalledTimes(1)
})

import { expect, it, vi } from 'vitest'
import { readAhead, takeAhead } from './read-ahead.ts'

it('gives out once what was read ahead', async () => {
  const read = vi.fn(async () => 'second')
  readAhead('/a', async () => 'first')
  expect([await takeAhead('/a', read), await takeAhead('/a', read)]).toEqual(['first', 'second'])
  expect(read).toHaveBeenCalledTimes(1)
})

it('forgets what could not be read', async () => {
  const refused = Promise.reject(new Error('not yet'))
  readAhead('/b', () => refused)
  await expect(refused).rejects.toThrow('not yet')
  await expect(takeAhead('/b', async () => 'now')).resolves.toBe('now')
})

import { personId } from '@parley/model'
import { makeHandScheduler } from '@parley/rooms/testing'
import { describe, expect, it } from 'vitest'
import type { SignedIn } from '../account/signed-in.ts'
import { makeConnections } from './connections.ts'

const person = (name: string): SignedIn => ({
  id: personId(name),
  name,
  email: `${name}@example.org`,
  session: `session of ${name}`,
})

/** Open sockets, and with what each was ended. */
function begin() {
  const scheduler = makeHandScheduler()
  const errors: unknown[] = []
  const connections = makeConnections(scheduler, (error) => errors.push(error))
  const ended: string[] = []
  const vanished = new Set<string>()
  const add = (name: string, authenticate: () => Promise<SignedIn | null>) =>
    connections.add({
      person: person(name),
      authenticate,
      isThere: () => !vanished.has(name),
      end: (reason) => ended.push(`${name} ${reason}`),
    })
  return { scheduler, connections, errors, ended, vanished, add }
}

describe('open sockets', () => {
  it('end when their session does, within half a minute', async () => {
    const { scheduler, ended, add } = begin()
    let annIn: SignedIn | null = person('ann')
    add('ann', async () => annIn)
    add('bob', async () => person('bob'))
    await scheduler.advance(120_000)
    expect(ended).toEqual([])
    annIn = null
    await scheduler.advance(30_000)
    expect(ended).toEqual(['ann signed-out'])
  })

  it('end when their other end does not answer', async () => {
    const { scheduler, ended, vanished, add } = begin()
    for (const name of ['ann', 'bob']) add(name, async () => person(name))
    await scheduler.advance(60_000)
    vanished.add('ann')
    await scheduler.advance(30_000)
    expect(ended[0]).toBe('ann too-slow')
    expect(ended.filter((each) => each.startsWith('bob'))).toEqual([])
  })

  it('end at once when told, all of that session', () => {
    const { connections, ended, add } = begin()
    for (const name of ['ann', 'bob', 'ann']) add(name, async () => person(name))
    connections.signedOut('session of ann')
    expect(ended).toEqual(['ann signed-out', 'ann signed-out'])
  })

  it('stay while the store cannot be asked', async () => {
    const { scheduler, ended, errors, add } = begin()
    add('ann', () => Promise.reject(new Error('away')))
    await scheduler.advance(60_000)
    expect([ended, errors.length]).toEqual([[], 2])
  })

  it('are so many for one person, and are counted no longer when they are gone', () => {
    const { connections, add } = begin()
    const forget = Array.from({ length: 60 }, () => add('ann', async () => person('ann')))
    expect(forget.every((each) => each !== null)).toBe(true)
    expect(add('ann', async () => person('ann'))).toBe(null)
    expect(add('bob', async () => person('bob'))).not.toBe(null)
    forget[0]?.()
    expect(add('ann', async () => person('ann'))).not.toBe(null)
    expect(connections.size).toBe(61)
  })

  it('all end with the server', async () => {
    const { scheduler, connections, ended, add } = begin()
    add('ann', async () => null)
    connections.close()
    await scheduler.advance(120_000)
    expect(ended).toEqual(['ann going-away'])
  })
})

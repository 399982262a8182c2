import { personId } from '@parley/model'
import { describe, expect, it } from 'vitest'
import type { SignedIn } from '../account/signed-in.ts'
import { makeSignIns } from './sign-ins.ts'

const ann: SignedIn = { id: personId('ann'), name: 'Ann', email: 'ann@client.example', session: 'one' }
const withToken = (token: string) => new Headers({ authorization: `Bearer ${token}` })

function signIns() {
  const asked: (string | null)[] = []
  const people = new Map([['Bearer ann', ann]])
  let time = 0
  const known = makeSignIns(
    async (headers) => {
      const token = headers.get('authorization')
      asked.push(token)
      if (token === 'Bearer broken') throw new Error('the store is away')
      return people.get(token ?? '') ?? null
    },
    () => time,
  )
  const advance = (milliseconds: number) => {
    time += milliseconds
  }
  return { known, asked, people, advance }
}

describe('sign-ins', () => {
  it('are looked up once for sockets that begin together, and for each credential by itself', async () => {
    const { known, asked } = signIns()
    const found = await Promise.all(['ann', 'ann', 'mal'].map((token) => known.of(withToken(token))))
    expect(found).toEqual([ann, ann, null])
    expect(await known.of(withToken('ann'))).toEqual(ann)
    expect(asked).toEqual(['Bearer ann', 'Bearer mal'])
  })

  it('are not remembered for long', async () => {
    const { known, people, advance } = signIns()
    await known.of(withToken('ann'))
    people.clear()
    advance(29_999)
    expect(await known.of(withToken('ann'))).toEqual(ann)
    advance(1)
    expect(await known.of(withToken('ann'))).toBeNull()
  })

  it('are forgotten at once when a session ends', async () => {
    const { known, people } = signIns()
    await known.of(withToken('ann'))
    people.clear()
    known.forget()
    expect(await known.of(withToken('ann'))).toBeNull()
  })

  it('do not remember who is not signed in, nor that nobody answered', async () => {
    const { known, asked, people } = signIns()
    expect(await known.of(withToken('bob'))).toBeNull()
    people.set('Bearer bob', ann)
    expect(await known.of(withToken('bob'))).toEqual(ann)
    await expect(known.of(withToken('broken'))).rejects.toThrow('away')
    await expect(known.of(withToken('broken'))).rejects.toThrow('away')
    expect(asked).toHaveLength(4)
  })
})

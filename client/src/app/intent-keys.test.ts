import { describe, expect, it } from 'vitest'
import { makeIntentKeys } from './intent-keys.ts'

const numbered = () => {
  let count = 0
  return makeIntentKeys(() => `key ${++count}`)
}

describe('makeIntentKeys', () => {
  it('gives each submit its own key', () => {
    const keys = numbered()
    expect([keys.keyFor({ name: 'a' }), keys.keyFor({ name: 'a' })]).toEqual(['key 1', 'key 2'])
  })

  it('repeats the key of a submit whose answer was lost', () => {
    const keys = numbered()
    keys.answerLost({ name: 'a' }, keys.keyFor({ name: 'a' }))
    expect(keys.keyFor({ name: 'a' })).toBe('key 1')
  })

  it('takes another input for another intent', () => {
    const keys = numbered()
    keys.answerLost({ name: 'a' }, keys.keyFor({ name: 'a' }))
    expect(keys.keyFor({ name: 'b' })).toBe('key 2')
    expect(keys.keyFor({ name: 'a' })).toBe('key 3')
  })
})

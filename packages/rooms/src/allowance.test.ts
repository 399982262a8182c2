import { describe, expect, it } from 'vitest'
import { Allowance, Allowances } from './allowance.ts'

const rate = { burst: 3, perSecond: 1 }

describe('an allowance', () => {
  it('gives so much at once, and so much a second in the long run', () => {
    let now = 0
    const allowance = new Allowance(rate, () => now)
    expect([1, 2, 3, 4].map(() => allowance.take())).toEqual([true, true, true, false])
    now = 999
    expect(allowance.take()).toBe(false)
    for (let second = 1; second <= 100; second++) {
      now = second * 1_000
      expect([allowance.take(), allowance.take()]).toEqual([true, false])
    }
    now += 1e9
    expect([1, 2, 3, 4].map(() => allowance.take())).toEqual([true, true, true, false])
  })

  it('lets a large thing be taken once, and owes it', () => {
    let now = 0
    const allowance = new Allowance(rate, () => now)
    expect([allowance.take(10), allowance.hasLeft]).toEqual([true, false])
    now = 7_999
    expect(allowance.hasLeft).toBe(false)
    now = 8_000
    expect([allowance.hasLeft, allowance.isFull]).toEqual([true, false])
  })

  it('takes a clock that is set back for one that stands still', () => {
    let now = 1_000_000
    const allowance = new Allowance(rate, () => now)
    allowance.take(3)
    now = 0
    expect(allowance.take()).toBe(false)
    now = 1_000
    expect(allowance.take()).toBe(true)
  })
})

describe('allowances', () => {
  it('are kept apart by key, and forgotten once they are full again', () => {
    let now = 0
    const allowances = new Allowances<number>(rate, () => now)
    allowances.of(1).take(3)
    expect([allowances.of(1).hasLeft, allowances.of(2).hasLeft]).toEqual([false, true])
    for (let key = 0; key < 100_000; key++) {
      now += 10
      allowances.of(key).take()
    }
    expect(allowances.size).toBeLessThan(3_000)
  })
})

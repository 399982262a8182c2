import { describe, expect, it } from 'vitest'
import { makeAcceptRate } from './accept-rate.ts'

const taken = (mayBegin: (address: string) => boolean, tries: number, address = '::1') =>
  Array.from({ length: tries }, () => mayBegin(address)).filter((may) => may).length

describe('the rate of new connections', () => {
  it('lets a burst in at once, then so many a second', () => {
    let time = 0
    const mayBegin = makeAcceptRate({ perSecond: 10, burst: 30, addressShare: 1 }, () => time)
    expect(taken(mayBegin, 100)).toBe(30)
    time = 500
    expect(taken(mayBegin, 100)).toBe(5)
    time = 550
    expect(taken(mayBegin, 100)).toBe(0)
    time = 600
    expect(taken(mayBegin, 100)).toBe(1)
  })

  it('saves up no more than a burst, and owes nothing when the clock is put back', () => {
    let time = 100_000
    const mayBegin = makeAcceptRate({ perSecond: 10, burst: 30, addressShare: 1 }, () => time)
    taken(mayBegin, 30)
    time = 0
    expect(taken(mayBegin, 10)).toBe(0)
    time = 3_600_000
    expect(taken(mayBegin, 100)).toBe(30)
  })

  it('leaves a part of it to everybody else, however often one address tries', () => {
    const mayBegin = makeAcceptRate({ perSecond: 10, burst: 30, addressShare: 0.5 }, () => 0)
    expect(taken(mayBegin, 1_000, '192.0.2.1')).toBe(15)
    expect(taken(mayBegin, 10, '192.0.2.2')).toBe(10)
    expect(taken(mayBegin, 1_000, '192.0.2.3')).toBe(5)
  })
})

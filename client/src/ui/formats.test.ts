import { describe, expect, it } from 'vitest'
import { formatsFor, regional } from './formats.ts'

const now = new Date(2026, 10, 24, 12)

describe('formats', () => {
  it('shorten a moment to what tells it apart', () => {
    const { short } = formatsFor('en-GB')
    expect(short(new Date(2026, 10, 24, 10, 31), now)).toBe('10:31')
    expect(short(new Date(2026, 10, 12), now)).toBe('12 November')
    expect(short(new Date(2025, 10, 12), now)).toBe('12 November 2025')
  })

  it('say how far off something is', () => {
    expect(formatsFor('de').relative(new Date(2026, 11, 1, 12), now)).toBe('in 7 Tagen')
    expect(formatsFor('en-GB').relative(new Date(2026, 10, 24, 9), now)).toBe('3 hours ago')
  })
})

describe('regional', () => {
  it.each([
    ['en', ['de-DE', 'en-IE'], 'en-IE'],
    ['en', ['de-DE'], 'en-GB'],
    ['de', ['en-US'], 'de'],
  ] as const)('takes %s in the browser’s region', (language, browser, region) => {
    expect(regional(language, browser)).toBe(region)
  })
})

import { describe, expect, it } from 'vitest'
import { preferredLanguage } from './i18n.ts'

describe('preferredLanguage', () => {
  it.each([
    ['de', ['en-US'], 'de'],
    [null, ['de-AT', 'en'], 'de'],
    [null, ['fr-FR', 'en-GB', 'de'], 'en'],
    ['xx', ['fr'], 'en'],
    [null, [], 'en'],
  ] as const)('of the choice %j and the browser %j is %s', (choice, browser, language) => {
    expect(preferredLanguage(choice, browser)).toBe(language)
  })
})

import { expect, it } from 'vitest'
import { languageOf } from './language.ts'

it.each([
  [undefined, 'en'],
  ['', 'en'],
  ['de', 'de'],
  ['de-CH, en;q=0.8', 'de'],
  ['en-GB,en;q=0.9,de;q=0.8', 'en'],
  ['fr;q=1, de;q=0.3, en;q=0.2', 'de'],
  ['fr, *', 'en'],
  ['de;q=0, en;q=0.1', 'en'],
  [';;q=,,', 'en'],
])('%s is answered in %s', (header, language) => expect(languageOf(header)).toBe(language))

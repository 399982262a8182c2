import type { Language } from '@parley/model'

const german = new Set([
  'der',
  'die',
  'das',
  'und',
  'ist',
  'werden',
  'durch',
  'nicht',
  'für',
  'eine',
  'oder',
  'von',
])
const english = new Set(['the', 'and', 'of', 'to', 'is', 'are', 'for', 'that', 'or', 'with', 'be', 'by'])

/** The language of a sample of prose, told by its commonest words; `null` where they do not tell. */
export function languageOf(prose: string): Language | null {
  let de = 0
  let en = 0
  for (const [word] of prose.toLowerCase().matchAll(/\p{L}+/gu)) {
    if (german.has(word)) de += 1
    else if (english.has(word)) en += 1
  }
  if (de > en * 3) return 'de'
  return en > de * 3 ? 'en' : null
}

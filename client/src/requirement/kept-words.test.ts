import { newId } from '@parley/model'
import { expect, it } from 'vitest'
import { makeKeptWords } from './kept-words.ts'

const text = newId<'text'>()

function makeStorage() {
  const items = new Map<string, string>()
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  }
}

it('keeps words beside their text until they are removed, also for the next visit', () => {
  const storage = makeStorage()
  const words = makeKeptWords(storage, 'ann')
  let changes = 0
  words.subscribe(() => {
    changes += 1
  })
  expect(words.of(text)).toEqual([])
  expect(words.keep(text, 'one')).toBe(true)
  words.keep(text, 'two')
  expect(words.of(text)).toBe(words.of(text))
  expect(makeKeptWords(storage, 'ann').of(text)).toEqual(['one', 'two'])
  words.remove(text, 'one')
  expect([words.of(text), words.of(newId<'text'>()), changes]).toEqual([['two'], [], 3])
  words.remove(text, 'two')
  expect(storage.getItem('ann')).toBe('{}')
})

it("keeps each person's words apart, and those of another tab", () => {
  const storage = makeStorage()
  const [one, other] = [makeKeptWords(storage, 'ann'), makeKeptWords(storage, 'ann')]
  one.keep(text, 'of the one')
  other.keep(text, 'of the other')
  expect(other.of(text)).toEqual(['of the one', 'of the other'])
  expect(makeKeptWords(storage, 'bob').of(text)).toEqual([])
})

it('says when the device does not take them, and reads past what it cannot', () => {
  const full = makeKeptWords(
    {
      getItem: () => null,
      setItem: () => {
        throw new Error('full')
      },
    },
    'ann',
  )
  expect([full.keep(text, 'words'), full.of(text)]).toEqual([false, []])
  for (const stored of ['not json', 'null', '[1]', `{"${text}":[1,null]}`])
    expect(makeKeptWords({ getItem: () => stored, setItem: () => {} }, 'ann').of(text)).toEqual([])
})

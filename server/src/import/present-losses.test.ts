import { expect, it } from 'vitest'
import { presentLosses } from './present-losses.ts'

const losses = [
  { code: 'unknown-value', place: 'S!B2', detail: 'urgent', count: 1 },
  { code: 'prop-class', place: 'AC-1', detail: 'sp800-53', count: 3 },
  { code: 'row-skipped', place: 'S!7', detail: '', count: 1 },
] as const

it('says what was not taken over as a sentence, then how often and the words it is about', () => {
  expect(presentLosses(losses, 'en').map(({ detail }) => detail)).toEqual([
    'The field does not take this value: it stays empty, and the value is kept under “Guidance” – urgent',
    'The class of a property was left out (3×) – sp800-53',
    'A row was left out.',
  ])
  expect(presentLosses(losses, 'de').map(({ place, detail }) => `${place}: ${detail}`)).toEqual([
    'S!B2: Das Feld kennt diesen Wert nicht: Es bleibt leer, und der Wert steht unter „Erläuterung“ – urgent',
    'AC-1: Die Klasse einer Eigenschaft wurde weggelassen (3×) – sp800-53',
    'S!7: Eine Zeile wurde ausgelassen.',
  ])
})

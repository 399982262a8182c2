import type { position as english } from '../en/position.ts'
import type { WordsOf } from '../words-of.ts'

export const position: WordsOf<typeof english> = {
  agreedByBoth: 'Beide stimmen zu',
  against: '{{name}} stimmt nicht zu',
  answer: 'Antworten',
  change: 'Ändern',
  changedSince: 'Der Wortlaut hat sich geändert seit',
  seeWhat: 'Was genau?',
  changesTitle: 'Änderungen seit der Antwort von {{name}}',
  stance: 'Unser Standpunkt',
  inWords: 'In Worten',
  inWordsHint: 'Ein Vorbehalt, ein Grund, eine Bedingung. Beide Parteien lesen das.',
  changedMeanwhile: 'Die Anforderung hat sich geändert. Ich habe sie noch einmal gelesen.',
  give: 'Für {{name}} antworten',
}

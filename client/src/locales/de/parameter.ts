import type { parameter as english } from '../en/parameter.ts'
import type { WordsOf } from '../words-of.ts'

export const parameter: WordsOf<typeof english> = {
  add: 'Leerstelle einfügen',
  insert: 'Einfügen',
  label: 'Was einzutragen ist',
  labelExample: 'Frist bis zur ersten Antwort',
  kind: 'Art',
  filler: 'Auszufüllen von',
  unit: 'Einheit',
  unitExample: 'Stunden',
  choices: 'Auswahl',
  choicesHint: 'Nach jedem Eintrag die Eingabetaste drücken.',
  many: 'Mehrere können gewählt werden',
  unset: 'Noch nicht ausgefüllt',
  describe: 'Leerstelle beschreiben',
  'not-a-number': 'Bitte geben Sie eine Zahl ein.',
  'not-a-choice': 'Bitte wählen Sie einen der Einträge.',
  'only-one-value': 'Bitte wählen Sie nur einen.',
}

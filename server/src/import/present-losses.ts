import type { Loss, LossCode } from '@parley/exchange'
import type { Language } from '@parley/model'
import type { LossView } from '@parley/protocol'

const words: Readonly<Record<Language, Readonly<Record<LossCode, string>>>> = {
  en: {
    'control-characters': 'Control characters were left out.',
    'unknown-member': 'A member that OSCAL does not define was left out.',
    metadata: 'Metadata of the catalogue were left out.',
    'back-matter': 'Resources in the back matter were left out.',
    'prop-class': 'The class of a property was left out.',
    'link-fragment': 'The fragment of a link was left out.',
    'parameter-shared': 'A parameter used by several controls was given to each of them.',
    'parameter-unused': 'A parameter that no control uses was left out.',
    'text-shortened': 'A text that is too long was shortened.',
    image: 'A picture was left out.',
    'unknown-insert': 'Something inserted into the text is not known and stands there as plain words.',
    formula: 'Of a formula its last result was taken.',
    'formula-without-value': 'A formula without a stored result was left empty.',
    'cell-error': 'A cell with an error was left empty.',
    'merged-cells': 'Merged cells: the value was given to the first of them.',
    'hidden-rows': 'Hidden rows were read as well.',
    'other-sheets': 'Other sheets were not read.',
    'undecodable-characters': 'Characters that could not be decoded were replaced.',
    'uneven-quotes': 'Quotation marks do not match.',
    'row-without-title': 'A row without a title got its title from its text.',
    'row-skipped': 'A row was left out.',
    'unknown-value':
      'The field does not take this value: it stays empty, and the value is kept under “Guidance”.',
  },
  de: {
    'control-characters': 'Steuerzeichen wurden weggelassen.',
    'unknown-member': 'Eine Angabe, die OSCAL nicht kennt, wurde weggelassen.',
    metadata: 'Metadaten des Katalogs wurden weggelassen.',
    'back-matter': 'Ressourcen aus dem Anhang wurden weggelassen.',
    'prop-class': 'Die Klasse einer Eigenschaft wurde weggelassen.',
    'link-fragment': 'Das Fragment eines Verweises wurde weggelassen.',
    'parameter-shared': 'Ein Parameter mehrerer Maßnahmen wurde jeder von ihnen gegeben.',
    'parameter-unused': 'Ein Parameter, den keine Maßnahme benutzt, wurde weggelassen.',
    'text-shortened': 'Ein zu langer Text wurde gekürzt.',
    image: 'Ein Bild wurde weggelassen.',
    'unknown-insert': 'Eine unbekannte Einfügung steht als einfacher Text da.',
    formula: 'Von einer Formel wurde das letzte Ergebnis übernommen.',
    'formula-without-value': 'Eine Formel ohne gespeichertes Ergebnis blieb leer.',
    'cell-error': 'Eine Zelle mit einem Fehler blieb leer.',
    'merged-cells': 'Verbundene Zellen: Der Wert wurde der ersten gegeben.',
    'hidden-rows': 'Ausgeblendete Zeilen wurden mitgelesen.',
    'other-sheets': 'Andere Blätter wurden nicht gelesen.',
    'undecodable-characters': 'Nicht lesbare Zeichen wurden ersetzt.',
    'uneven-quotes': 'Die Anführungszeichen passen nicht zusammen.',
    'row-without-title': 'Eine Zeile ohne Titel bekam ihren Titel aus dem Text.',
    'row-skipped': 'Eine Zeile wurde ausgelassen.',
    'unknown-value':
      'Das Feld kennt diesen Wert nicht: Es bleibt leer, und der Wert steht unter „Erläuterung“.',
  },
}

/** What could not be carried over and what was done about it, in the caller's language. */
export function presentLosses(losses: readonly Loss[], language: Language): LossView[] {
  return losses.map(({ code, place, detail, count }) => {
    const sentence = words[language][code].slice(0, -1)
    const times = count > 1 ? `${sentence} (${count}×)` : sentence
    return { code, place, detail: detail === '' ? `${times}.` : `${times} – ${detail}` }
  })
}

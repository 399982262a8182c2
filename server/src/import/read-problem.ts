import type { ReadProblem } from '@parley/exchange'
import type { Language } from '@parley/model'
import { ProblemError } from '../problem-error.ts'

const reasons = {
  en: {
    line: 'See line {0}.',
    noModel: 'no OSCAL model was found in it.',
    otherModel: 'it holds the OSCAL model “{0}”.',
    invalid: 'the part “{0}” is not as OSCAL has it.',
    duplicate: 'the control {0} is in it twice.',
    deep: 'it is nested more than {0} levels deep.',
    controls: 'it has more than {0} controls.',
    cells: 'it has more than {0} cells.',
    columns: 'it has more than {0} columns.',
    text: 'the text at {0} has more than {1} characters.',
    kind: 'it is neither of the two.',
    old: 'it is in the old Excel format or protected by a password. Please save it as .xlsx without a password.',
    sheet: 'it has no sheet “{0}”.',
    empty: 'it is empty.',
    number: 'number {0} stands in rows {1} and {2}.',
  },
  de: {
    line: 'Siehe Zeile {0}.',
    noModel: 'Es wurde kein OSCAL-Modell darin gefunden.',
    otherModel: 'Sie enthält das OSCAL-Modell „{0}“.',
    invalid: 'Der Teil „{0}“ ist nicht so, wie OSCAL es vorsieht.',
    duplicate: 'Die Maßnahme {0} kommt zweimal vor.',
    deep: 'Sie ist mehr als {0} Ebenen tief verschachtelt.',
    controls: 'Sie hat mehr als {0} Maßnahmen.',
    cells: 'Sie hat mehr als {0} Zellen.',
    columns: 'Sie hat mehr als {0} Spalten.',
    text: 'Der Text bei {0} hat mehr als {1} Zeichen.',
    kind: 'Sie ist keines von beiden.',
    old: 'Sie hat das alte Excel-Format oder ist mit einem Passwort geschützt. Bitte speichern Sie sie als .xlsx ohne Passwort.',
    sheet: 'Sie hat kein Blatt „{0}“.',
    empty: 'Sie ist leer.',
    number: 'Die Nummer {0} steht in den Zeilen {1} und {2}.',
  },
} as const

/** Why a file cannot be read, as a refusal in the caller's language. */
export function readProblem(problem: ReadProblem, language: Language): ProblemError {
  const because = (key: keyof typeof reasons.en, ...values: readonly (string | number)[]) => ({
    facts: {
      reason: reasons[language][key].replace(/\{(\d)\}/g, (_, at) => String(values[Number(at)] ?? '')),
    },
  })
  switch (problem.code) {
    case 'not-json':
      return new ProblemError('not-json', problem.line === null ? {} : because('line', problem.line))
    case 'not-oscal':
      return new ProblemError(
        'not-an-oscal-catalogue',
        problem.model === null ? because('noModel') : because('otherModel', problem.model),
      )
    case 'wrong-oscal-version':
      return new ProblemError('catalogue-version', { facts: { version: problem.version } })
    case 'invalid-catalogue':
      return new ProblemError('not-an-oscal-catalogue', because('invalid', problem.place))
    case 'duplicate-control':
      return new ProblemError('not-an-oscal-catalogue', because('duplicate', problem.control))
    case 'too-deep':
      return new ProblemError('not-an-oscal-catalogue', because('deep', problem.limit))
    case 'too-many-controls':
      return new ProblemError('not-an-oscal-catalogue', because('controls', problem.limit))
    case 'dangling-parameter':
      return new ProblemError('dangling-parameter', {
        facts: { control: problem.control, parameter: problem.parameter },
      })
    case 'too-large':
      return new ProblemError('too-large', { facts: { limit: inMegabytes(problem.limit) } })
    case 'too-many-rows':
      return new ProblemError('too-many-rows', { facts: { limit: problem.limit } })
    case 'zip-bomb':
      return new ProblemError('zip-bomb', { facts: { limit: inMegabytes(problem.limit) } })
    case 'too-many-cells':
      return new ProblemError('not-a-spreadsheet', because('cells', problem.limit))
    case 'too-many-columns':
      return new ProblemError('not-a-spreadsheet', because('columns', problem.limit))
    case 'text-too-large':
      return new ProblemError('bad-content', because('text', problem.place, problem.limit))
    case 'not-a-spreadsheet':
      return new ProblemError('not-a-spreadsheet', because('kind'))
    case 'old-or-encrypted-workbook':
      return new ProblemError('not-a-spreadsheet', because('old'))
    case 'no-such-sheet':
      return new ProblemError('not-a-spreadsheet', because('sheet', problem.sheet))
    case 'empty-table':
      return new ProblemError('not-a-spreadsheet', because('empty'))
    case 'duplicate-number':
      return new ProblemError('not-a-spreadsheet', because('number', problem.number, ...problem.rows))
    case 'no-title-column':
      return new ProblemError('no-title-column')
    default:
      return problem satisfies never
  }
}

const inMegabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`

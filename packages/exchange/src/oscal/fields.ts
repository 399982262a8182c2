import { emptyFields, type Fields, type Level, type Origin, type Strength } from '@parley/model'
import { shorten } from '../content/clean.ts'

/** BSI, Stand-der-Technik-Bibliothek: namespaces/modal_verbs.csv. */
const strengths: Readonly<Record<string, Strength>> = {
  MUSS: 'MUST',
  SOLLTE: 'SHOULD',
  KANN: 'MAY',
}

/** BSI, Stand-der-Technik-Bibliothek: namespaces/security_level.csv. */
const levels: Readonly<Record<string, Level>> = {
  'normal-SdT': 'standard',
  erhöht: 'raised',
}

/**
 * Fields that a catalogue states in so many words. Nothing is guessed: whom a control addresses or which area it
 * belongs to is for people to say.
 */
export function readFields(origin: Origin, label: string): Fields {
  const stated = (name: string) => origin.props.find((prop) => prop.name === name)?.value ?? ''
  return {
    ...emptyFields,
    strength: strengths[stated('modal_verb')] ?? null,
    level: levels[stated('sec_level')] ?? null,
    source: [shorten(label, 200)],
  }
}

import type { Addressee, Area, Level, Strength } from '@parley/model'
import { exportWords } from '../export/words.ts'

/** A field's values by the words that people write for them. */
export type FieldWords<Value extends string> = ReadonlyMap<string, Value>

const also = {
  strength: {
    MUST: ['müssen', 'muß', 'm', 'shall', 'required', 'mandatory', 'verpflichtend', 'darf nicht', 'must not'],
    SHOULD: ['soll', 'sollte', 'sollten', 'sollen', 's', 'recommended', 'empfohlen'],
    MAY: ['können', 'k', 'can', 'optional', 'darf'],
  } satisfies Record<Strength, string[]>,
  addressee: {
    provider: [
      'anbieter',
      'auftragnehmer',
      'outsourcing-dienstleister',
      'supplier',
      'contractor',
      'service provider',
    ],
    client: ['kunde', 'customer', 'institution'],
    both: ['beide', 'both', 'gemeinsam'],
    technology: ['technik', 'technology'],
    'third-party': ['dritter', 'third parties', 'unterauftragnehmer', 'subcontractor'],
  } satisfies Record<Addressee, string[]>,
  area: {
    infrastructure: [],
    organisation: ['organization', 'organisatorisch'],
    personnel: ['staff', 'personell'],
    technology: ['technisch', 'technical'],
    communication: [],
    control: [],
  } satisfies Record<Area, string[]>,
  level: {
    basic: ['basis-anforderung', 'basisanforderung', 'b'],
    standard: ['standard-anforderung', 'standardanforderung', 'normal', 's'],
    raised: ['hoch', 'high', 'erhöhter schutzbedarf', 'h'],
  } satisfies Record<Level, string[]>,
}

function fieldWords<Value extends string>(
  field: 'strength' | 'addressee' | 'area' | 'level',
  synonyms: Readonly<Record<Value, readonly string[]>>,
): FieldWords<Value> {
  const words = new Map<string, Value>()
  for (const value of Object.keys(synonyms) as Value[]) {
    const shown = (['de', 'en'] as const).map(
      (language) => (exportWords(language)[field] as Readonly<Record<string, string>>)[value] ?? '',
    )
    for (const word of [value, ...shown, ...synonyms[value]]) words.set(word.toLowerCase(), value)
  }
  return words
}

export const strengthWords = fieldWords<Strength>('strength', also.strength)
export const addresseeWords = fieldWords<Addressee>('addressee', also.addressee)
export const areaWords = fieldWords<Area>('area', also.area)
export const levelWords = fieldWords<Level>('level', also.level)

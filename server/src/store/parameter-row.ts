import type { ParameterFields } from '@parley/model'
import type { Selectable } from 'kysely'
import type { ParameterTable } from './tables/document-tables.ts'

/** The columns that hold what a parameter is and its value. */
export const parameterColumns = [
  'label',
  'kind',
  'unit',
  'choices',
  'many',
  'filler',
  'value',
] as const satisfies readonly (keyof ParameterTable)[]

type Columns = Pick<Selectable<ParameterTable>, (typeof parameterColumns)[number]>

/** A parameter as its columns hold it. */
export function toParameterRow({
  label,
  kind,
  unit,
  choices,
  many,
  filler,
  value,
}: ParameterFields): Columns {
  return {
    label,
    kind,
    unit,
    choices: JSON.stringify(choices),
    many: many ? 1 : 0,
    filler,
    value: typeof value === 'string' || value === null ? value : JSON.stringify(value),
  }
}

/** A parameter from its columns. */
export function fromParameterRow({
  label,
  kind,
  unit,
  choices,
  many,
  filler,
  value,
}: Columns): ParameterFields {
  return {
    label,
    kind,
    unit,
    choices: JSON.parse(choices) as string[],
    many: many === 1,
    filler,
    value: many === 1 && value !== null ? (JSON.parse(value) as string[]) : value,
  }
}

import { type DraftParameter, type Guidance, type ParameterKind, settleParameter } from '@parley/model'
import { shorten } from '../content/clean.ts'
import type { Losses } from '../read-result.ts'
import type { Parameter } from './catalogue.ts'
import type { Scope } from './scope.ts'

const most = { label: 500, choices: 100, value: 2_000 }

/** Labels that say what is asked for; everything else is free words. */
const kindsByLabel: readonly (readonly [RegExp, ParameterKind])[] = [
  [/^(?:number|count|percentage|anzahl|prozentsatz)\b/i, 'number'],
  [/\b(?:frequency|frequencies|interval)\b(?! and| or|\/)|^(?:regelmäßig|häufigkeit|intervall)/i, 'duration'],
  [/\b(?:time period|duration|response times?|zeitraum|frist|dauer)\b/i, 'duration'],
  [
    /^(?:organization-defined |additional |incident response |supply chain )?(?:personnel|roles?|officials?|individuals?)\b/i,
    'person',
  ],
  [/^(?:(?:eine|einer|die|der) )?zuständigen? person(?:en)?\b/i, 'person'],
]

/** Every parameter that a control defines or uses; choices may bring in further ones. */
export function readParameters(scope: Scope, losses: Losses): DraftParameter[] {
  const drafts: DraftParameter[] = []
  // A map goes on with what is added to it while it is walked: nested inserts are met too.
  for (const parameter of scope.used.values()) drafts.push(readParameter(parameter, scope, losses))
  return drafts
}

function readParameter(parameter: Parameter, scope: Scope, losses: Losses): DraftParameter {
  for (const source of [parameter.label ?? '', ...(parameter.select?.choice ?? [])]) {
    for (const [, id] of source.matchAll(/\{\{\s*insert:\s*param\s*,\s*([^\s{}]+)\s*\}\}/g)) {
      if (id !== undefined) scope.use(id)
    }
  }
  const place = `${scope.place} › ${parameter.id}`
  const label = scope.labelOf(parameter)
  const choices = (parameter.select?.choice ?? []).map((choice) => scope.plainLine(choice)).filter(Boolean)
  const many = choices.length > 0 && parameter.select?.['how-many'] === 'one-or-more'
  const given = (parameter.values ?? []).map((each) => scope.plainLine(each)).filter(Boolean)
  const values = many || given.length === 0 ? given : [given.join('; ')]
  if (choices.length > 0) choices.push(...values.filter((value) => !choices.includes(value)))
  if (choices.length > most.choices) losses.add('text-shortened', place, label, choices.length - most.choices)
  return {
    key: parameter.id,
    ...settleParameter({
      label: losses.fit(label, most.label, place),
      kind: kindOf(label, choices, values),
      unit: '',
      choices: [...new Set(choices)]
        .slice(0, most.choices)
        .map((choice) => losses.fit(choice, most.value, place)),
      many,
      // The organisation that applies a catalogue is to fill its blanks: in an outsourcing project, the client.
      filler: 'client',
      value: values.length === 0 ? null : values.map((value) => losses.fit(value, most.value, place)),
    }),
  }
}

function kindOf(label: string, choices: readonly string[], values: readonly string[]): ParameterKind {
  if (choices.length > 0) return 'choice'
  const kind = kindsByLabel.find(([pattern]) => pattern.test(label))?.[1] ?? 'text'
  return kind === 'number' && !values.every((value) => /^[-+]?\d+([.,]\d+)?$/.test(value)) ? 'text' : kind
}

/** What a catalogue explains about its parameters; values are negotiated in the parameter itself. */
export function parameterGuidance(parameters: Iterable<Parameter>, scope: Scope): Guidance[] {
  const guidance: Guidance[] = []
  for (const parameter of parameters) {
    const lines = [
      ...(parameter.guidelines ?? []).map((guideline) => scope.plain(guideline.prose)),
      scope.plain(parameter.usage ?? ''),
      ...(parameter.constraints ?? []).flatMap((constraint) => [
        scope.plain(constraint.description ?? ''),
        ...(constraint.tests ?? []).flatMap((test) => [test.expression, test.remarks ?? '']),
      ]),
      scope.plain(parameter.remarks ?? ''),
    ].filter(Boolean)
    if (lines.length === 0) continue
    const label = parameter.props?.find((prop) => prop.name === 'label')?.value ?? parameter.id
    guidance.push({ name: 'parameter', label: shorten(label, 200), prose: lines.join('\n'), depth: 0 })
  }
  return guidance
}

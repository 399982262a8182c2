import { chipIds, contentProblem, statementText, titleOf } from '@parley/document'
import {
  type DraftDocument,
  type DraftRequirement,
  type DraftSection,
  fieldsSchema,
  guidanceSchema,
  originSchema,
  parameterFieldsSchema,
} from '@parley/model'
import { expect, test } from 'vitest'
import type { Loss } from '../read-result.ts'
import { absentData, sharedText } from '../shared-data.ts'
import { readOscal } from './read-oscal.ts'

interface SourcePart {
  name: string
  title?: string
  prose?: string
  props?: { name: string; value: string }[]
  parts?: SourcePart[]
}
interface SourceParameter {
  id: string
  label?: string
  guidelines?: { prose: string }[]
  select?: { 'how-many'?: string; choice?: string[] }
  props?: { name: string; value: string }[]
}
interface SourceControl {
  id: string
  title: string
  props?: { name: string; value: string; ns?: string }[]
  links?: { href: string; rel?: string }[]
  params?: SourceParameter[]
  parts?: SourcePart[]
  controls?: SourceControl[]
}
interface SourceGroup {
  id: string
  title: string
  groups?: SourceGroup[]
  controls?: SourceControl[]
}

const catalogues = [
  { file: 'oscal/bsi-supply-chain-2026-07.json', controls: 146, nested: 63, sections: 30, parameters: 26 },
  { file: 'oscal/bsi-supply-chain-earlier.json', controls: 145, nested: 62, sections: 29, parameters: 25 },
  { file: 'oscal/nist-800-53-low.json', controls: 149, nested: 18, sections: 18, parameters: 445 },
]

test.for(catalogues)('OSC1 $file is imported whole', (expected, { skip }) => {
  skip(absentData !== null, absentData ?? '')
  const draft = imported(expected.file).value
  const all = requirementsOf(draft)
  expect({
    controls: all.length,
    nested: all.filter(({ depth }) => depth > 0).length,
    sections: sectionsOf(draft).length,
    parameters: all.reduce((sum, { requirement }) => sum + requirement.parameters.length, 0),
  }).toEqual({ ...expected, file: undefined })
})

test.for(catalogues)('OSC1 $file: what is imported is what the model takes', ({ file }, { skip }) => {
  skip(absentData !== null, absentData ?? '')
  for (const { requirement } of requirementsOf(imported(file).value)) {
    expect(contentProblem(requirement.text)).toBeNull()
    const keys = requirement.parameters.map((parameter) => parameter.key)
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toEqual(expect.arrayContaining(chipIds(requirement.text)))
    expect(fieldsSchema.safeParse(requirement.fields).error).toBeUndefined()
    expect(originSchema.safeParse(requirement.origin).error).toBeUndefined()
    for (const each of requirement.guidance) expect(guidanceSchema.safeParse(each).error).toBeUndefined()
    for (const each of requirement.parameters) {
      expect(parameterFieldsSchema.safeParse(each).error).toBeUndefined()
    }
  }
})

test.for(catalogues)('OSC2 $file: no word of any control is lost', ({ file }, { skip }) => {
  skip(absentData !== null, absentData ?? '')
  const source = sourceControls(file)
  const labels = labelsOf(source)
  const drafts = new Map(
    requirementsOf(imported(file).value).map(({ requirement }) => [requirement.origin?.id, requirement]),
  )
  for (const control of source) {
    const draft = drafts.get(control.id)
    if (!draft) throw new Error(`control ${control.id} was not imported`)
    const chips = new Map(draft.parameters.map((parameter) => [parameter.key, parameter.label]))
    const chip = (id: string) => `[${chips.get(id)}]`
    const statementParts = (control.parts ?? []).filter((part) => part.name === 'statement')
    const otherParts = (control.parts ?? []).filter((part) => part.name !== 'statement')

    expect(bare(titleOf(draft.text))).toBe(bare(control.title))
    expect(bare(withoutBullets(statementText(draft.text, chip)))).toBe(
      bare(
        statementParts
          .flatMap(proseWithLabels)
          .map((prose) => resolved(prose, labels))
          .join(' '),
      ),
    )
    const ofParts = draft.guidance.filter((each) => !['parameter', 'remarks'].includes(each.name))
    expect(
      ofParts.map((each) => [each.name, each.label, each.depth, bare(withoutBullets(each.prose))]),
    ).toEqual(otherParts.flatMap((part) => flat(part, 0, labels)))

    for (const parameter of control.params ?? []) {
      const read = draft.parameters.find((each) => each.key === parameter.id)
      expect(read?.choices ?? []).toEqual(
        (parameter.select?.choice ?? []).map((choice) => bare(resolved(choice, labels))),
      )
      expect(read?.many ?? false).toBe(parameter.select?.['how-many'] === 'one-or-more')
      if (parameter.label) expect(read?.label).toBe(bare(resolved(parameter.label, labels)))
      const explained = draft.guidance
        .filter((each) => each.name === 'parameter')
        .map((each) => bare(each.prose))
      for (const guideline of parameter.guidelines ?? []) {
        expect(explained.some((prose) => prose.includes(bare(resolved(guideline.prose, labels))))).toBe(true)
      }
    }
  }
})

test.for(catalogues)('OSC3 $file: props, links, classes and stable keys are kept', ({ file }, { skip }) => {
  skip(absentData !== null, absentData ?? '')
  const drafts = new Map(
    requirementsOf(imported(file).value).map(({ requirement }) => [requirement.origin?.id, requirement]),
  )
  for (const control of sourceControls(file)) {
    const origin = drafts.get(control.id)?.origin
    expect(
      origin?.props.filter((prop) => prop.part === null).map(({ name, value }) => [name, value]),
    ).toEqual((control.props ?? []).map(({ name, value }) => [name, value]))
    expect(origin?.links.slice(0, control.links?.length ?? 0).map(({ href, rel }) => [href, rel])).toEqual(
      (control.links ?? []).map(({ href, rel }) => [href, rel]),
    )
    const key = control.props?.find((prop) => prop.name === 'alt-identifier')?.value ?? null
    expect(origin?.stableKey).toBe(key)
  }
})

test('OSC4 the BSI says strength and level; whom it addresses is not guessed', ({ skip }) => {
  skip(absentData !== null, absentData ?? '')
  const all = requirementsOf(imported('oscal/bsi-supply-chain-2026-07.json').value)
  const count = (pick: (requirement: DraftRequirement) => unknown) =>
    Object.fromEntries(
      Map.groupBy(all, ({ requirement }) => String(pick(requirement)))
        .entries()
        .map(([key, list]) => [key, list.length]),
    )
  expect(count((each) => each.fields.strength)).toEqual({ MUST: 10, SHOULD: 96, MAY: 40 })
  expect(count((each) => each.fields.level)).toEqual({ standard: 105, raised: 41 })
  expect(count((each) => each.fields.addressee)).toEqual({ null: 146 })
})

test('OSC6 what is not carried over is reported', ({ skip }) => {
  skip(absentData !== null, absentData ?? '')
  const { losses } = imported('oscal/nist-800-53-low.json')
  const total = (code: string) =>
    losses.filter((loss) => loss.code === code).reduce((sum, loss) => sum + loss.count, 0)
  expect(total('prop-class')).toBeGreaterThan(1_700)
  expect(losses.find((loss) => loss.code === 'metadata')?.detail).toContain('parties')
  expect(new Set(losses.map((loss) => loss.code))).toEqual(new Set(['prop-class', 'metadata', 'back-matter']))
})

test('OSC7 the language and the source are told', ({ skip }) => {
  skip(absentData !== null, absentData ?? '')
  expect(imported('oscal/bsi-supply-chain-2026-07.json').value).toMatchObject({
    title: 'Supply Chain Security',
    language: 'de',
    source: { version: '2026-07-29T06:43:02.309555+00:00', id: '4d2f44da-dd24-4adb-9e27-515f0d1fd9d5' },
  })
  expect(imported('oscal/nist-800-53-low.json').value.language).toBe('en')
})

test('OSC8 the BSI catalogue is read in well under a second', ({ skip }) => {
  skip(absentData !== null, absentData ?? '')
  const text = sharedText('oscal/bsi-supply-chain-2026-07.json')
  const start = performance.now()
  readOscal(text)
  expect(performance.now() - start).toBeLessThan(1_000)
})

function imported(file: string): { value: DraftDocument; losses: readonly Loss[] } {
  const result = readOscal(sharedText(file))
  if (!result.ok) throw new Error(`not read: ${JSON.stringify(result.problem)}`)
  return result
}

function sectionsOf(draft: DraftDocument): DraftSection[] {
  const inside = (section: DraftSection): DraftSection[] => [section, ...section.sections.flatMap(inside)]
  return draft.sections.flatMap(inside)
}

function requirementsOf(draft: DraftDocument): { requirement: DraftRequirement; depth: number }[] {
  const inside = (
    requirement: DraftRequirement,
    depth: number,
  ): { requirement: DraftRequirement; depth: number }[] => [
    { requirement, depth },
    ...requirement.children.flatMap((child) => inside(child, depth + 1)),
  ]
  return sectionsOf(draft).flatMap((section) => section.requirements.flatMap((each) => inside(each, 0)))
}

function sourceControls(file: string): SourceControl[] {
  const inControl = (control: SourceControl): SourceControl[] => [
    control,
    ...(control.controls ?? []).flatMap(inControl),
  ]
  const inGroup = (group: SourceGroup): SourceControl[] => [
    ...(group.controls ?? []).flatMap(inControl),
    ...(group.groups ?? []).flatMap(inGroup),
  ]
  return (JSON.parse(sharedText(file)).catalog.groups as SourceGroup[]).flatMap(inGroup)
}

/** Labels of all parameters, made by rules of this test alone. */
function labelsOf(controls: readonly SourceControl[]): Map<string, string> {
  const all = new Map(controls.flatMap((control) => (control.params ?? []).map((each) => [each.id, each])))
  const label = (parameter: SourceParameter): string =>
    parameter.label ??
    (parameter.select?.choice ?? [])
      .map((choice) =>
        choice.replace(inserts, (_, id) => `[${label(all.get(id) as SourceParameter)}]`).trim(),
      )
      .join(' | ')
  return new Map([...all].map(([id, parameter]) => [id, withoutLinks(label(parameter))]))
}

const inserts = /\{\{ insert: param, (\S+) \}\}/g

function resolved(prose: string, labels: ReadonlyMap<string, string>): string {
  return withoutLinks(prose).replace(inserts, (_, id) => `[${labels.get(id)}]`)
}

function withoutLinks(prose: string): string {
  return prose.replace(/\[([^\]]+)\]\(#[^)]*\)/g, '$1')
}

function withoutBullets(text: string): string {
  return text.replace(/^\s*- /gm, '')
}

function bare(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function labelOf(part: SourcePart): string {
  return part.props?.find((prop) => prop.name === 'label')?.value ?? ''
}

function proseWithLabels(part: SourcePart): string[] {
  const label = part.name === 'item' ? labelOf(part) : ''
  return [label, part.prose ?? '', ...(part.parts ?? []).flatMap(proseWithLabels)]
}

function flat(part: SourcePart, depth: number, labels: ReadonlyMap<string, string>): unknown[] {
  return [
    [part.name, labelOf(part), depth, bare(resolved(part.prose ?? '', labels))],
    ...(part.parts ?? []).flatMap((child) => flat(child, depth + 1, labels)),
  ]
}

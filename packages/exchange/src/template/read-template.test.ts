import { chipIds, contentProblem, statementText, titleOf } from '@parley/document'
import { languages, parameterFieldsSchema } from '@parley/model'
import { expect, test } from 'vitest'
import { readTemplate, template } from './read-template.ts'

test.for(languages)('TPL1 the whole template comes over in %s, every word', (language) => {
  const draft = readTemplate(language)
  expect(draft.title).toBe(template.title[language])
  expect(draft.sections).toHaveLength(12)
  expect(draft.sections.flatMap((section) => section.requirements)).toHaveLength(60)
  expect(
    draft.sections.flatMap((section) => section.requirements.flatMap((each) => each.parameters)),
  ).toHaveLength(128)
  for (const [index, section] of draft.sections.entries()) {
    const source = template.sections[index]
    expect(titleOf(section.text)).toBe(source?.title[language])
    expect(statementText(section.text)).toBe(source?.intro[language])
    for (const [at, requirement] of section.requirements.entries()) {
      const wanted = source?.requirements[at]
      expect(titleOf(requirement.text)).toBe(wanted?.title[language])
      expect(statementText(requirement.text)).toBe(wanted?.statement[language])
      expect(requirement.fields).toMatchObject({
        strength: wanted?.strength,
        addressee: wanted?.addressee,
        verification: wanted?.verification[language],
        source: wanted?.source,
      })
    }
  }
})

test.for(languages)('TPL2 in %s every parameter has its one place and valid fields', (language) => {
  for (const requirement of readTemplate(language).sections.flatMap((section) => section.requirements)) {
    expect(contentProblem(requirement.text)).toBeNull()
    expect(new Set(chipIds(requirement.text))).toEqual(
      new Set(requirement.parameters.map((parameter) => parameter.key)),
    )
    for (const parameter of requirement.parameters) {
      expect(parameterFieldsSchema.safeParse(parameter).error).toBeUndefined()
      expect(parameter.choices.length > 0).toBe(parameter.kind === 'choice')
    }
  }
})

test('TPL3 strengths are as the words of the statement say', () => {
  const said = { MUST: /\bMÜSSEN\b|\bMUSS\b/, SHOULD: /\bSOLLTEN?\b/, MAY: /\bKANN\b|\bKÖNNEN\b/ }
  const all = readTemplate('de').sections.flatMap((section) => section.requirements)
  for (const requirement of all) {
    const { strength } = requirement.fields
    expect(strength && said[strength].test(statementText(requirement.text))).toBe(true)
  }
  expect(all.filter((requirement) => requirement.fields.strength === 'SHOULD')).toHaveLength(8)
})

test('TPL4 a parameter that names a party is filled by that party', () => {
  const fillers = new Map(
    readTemplate('de')
      .sections.flatMap((section) => section.requirements)
      .flatMap((requirement) => requirement.parameters.map((each) => [each.key, each.filler])),
  )
  expect(fillers.get('approver-client')).toBe('client')
  expect(fillers.get('approver-provider')).toBe('provider')
  expect(fillers.get('service-manager')).toBe('provider')
  expect(fillers.get('refinement-period')).toBe('both')
})

import { contentFromPlain } from '@parley/document'
import type { DraftDocument, DraftRequirement, DraftSection, Language, Origin } from '@parley/model'
import source from './outsourcing-requirements.json' with { type: 'json' }
import { type Template, templateSchema } from './template-schema.ts'

/** The starter template in both languages; parsed once, at the start, so that a broken one is noticed at once. */
export const template: Template = templateSchema.parse(source)

/** The project's own licence: the template's wording was made for it. */
const licence = 'Apache-2.0'

/** The starter template "Security requirements for outsourcing" in one language. */
export function readTemplate(language: Language): DraftDocument {
  return {
    title: template.title[language],
    language,
    source: { title: template.title[language], version: template.version, licence, id: template.id },
    sections: template.sections.map((section) => readSection(section, language)),
  }
}

function readSection(section: Template['sections'][number], language: Language): DraftSection {
  return {
    text: contentFromPlain(section.title[language], section.intro[language]),
    origin: originOf(section.id),
    requirements: section.requirements.map((requirement) => readRequirement(requirement, language)),
    sections: [],
  }
}

type TemplateRequirement = Template['sections'][number]['requirements'][number]

function readRequirement(requirement: TemplateRequirement, language: Language): DraftRequirement {
  const keys = new Set(requirement.parameters.map((parameter) => parameter.id))
  return {
    text: contentFromPlain(requirement.title[language], requirement.statement[language], (key) =>
      keys.has(key) ? key : null,
    ),
    fields: {
      strength: requirement.strength,
      addressee: requirement.addressee,
      area: requirement.area,
      level: requirement.level,
      levelReason: '',
      verification: requirement.verification[language],
      source: requirement.source,
    },
    parameters: requirement.parameters.map((parameter) => ({
      key: parameter.id,
      label: parameter.label[language],
      kind: parameter.kind,
      unit: parameter.unit?.[language] ?? '',
      choices: (parameter.choices ?? []).map((choice) => choice[language]),
      many: false,
      filler: parameter.filler,
      value: null,
    })),
    guidance: [],
    origin: originOf(requirement.id),
    children: [],
  }
}

/** A requirement keeps its id in every edition of the template. */
function originOf(id: string): Origin {
  return { id, stableKey: id, props: [], links: [], className: null }
}

import { statementText, titleOf } from '@parley/document'
import type { DraftRequirement, DraftSection, Language } from '@parley/model'
import type { ImportPreview } from '@parley/protocol'
import { presentLosses } from './present-losses.ts'
import type { Draft } from './read-source.ts'

const sampleSize = 8
const statementLength = 400

/** What an import would make, before anything is made. */
export function previewDraft({ document, losses }: Draft, language: Language): ImportPreview {
  const sections = document.sections.flatMap(withSubsections)
  const requirements = sections.flatMap((section) =>
    section.requirements
      .flatMap(withChildren)
      .map((requirement) => ({ section: titleOf(section.text), requirement })),
  )
  return {
    title: document.title,
    language: document.language,
    sections: sections.length,
    requirements: requirements.length,
    parameters: requirements.reduce((sum, { requirement }) => sum + requirement.parameters.length, 0),
    licence: document.source?.licence || null,
    sample: requirements.slice(0, sampleSize).map(({ section, requirement }) => ({
      section,
      title: titleOf(requirement.text),
      statement: statementText(requirement.text, labelsOf(requirement)).slice(0, statementLength),
    })),
    losses: presentLosses(losses, language),
  }
}

const labelsOf = (requirement: DraftRequirement) => (key: string) =>
  `[${requirement.parameters.find((parameter) => parameter.key === key)?.label ?? '…'}]`

const withSubsections = (section: DraftSection): DraftSection[] => [
  section,
  ...section.sections.flatMap(withSubsections),
]

const withChildren = (requirement: DraftRequirement): DraftRequirement[] => [
  requirement,
  ...requirement.children.flatMap(withChildren),
]

import type { DraftRequirement, DraftSection } from '@parley/model'
import { emptyFields } from '@parley/model'
import { text } from '../content/nodes.ts'
import { readTemplate } from '../template/read-template.ts'
import type { ExportDocument, ExportRequirement, ExportSection } from './export-document.ts'

/** For tests: the starter template as a project of two parties on its way. */
export function templateDocument(): ExportDocument {
  let next = 1
  const requirementOf = (draft: DraftRequirement): ExportRequirement => {
    const number = next
    next += 1
    return {
      ...bareRequirement(number),
      text: draft.text,
      fields: draft.fields,
      parameters: draft.parameters.map(({ key, ...parameter }) => ({ ...parameter, id: key })),
      children: draft.children.map(requirementOf),
    }
  }
  const sectionOf = (draft: DraftSection): ExportSection => ({
    text: draft.text,
    requirements: draft.requirements.map(requirementOf),
    sections: draft.sections.map(sectionOf),
  })
  return sampleDocument(readTemplate('de').sections.map(sectionOf))
}

/** For tests: a document of two parties around sections. */
export function sampleDocument(sections: readonly ExportSection[]): ExportDocument {
  return {
    project: 'Rechenzentrumsbetrieb 2027',
    version: {
      kind: 'snapshot',
      number: 2,
      name: 'Nach Termin 3',
      snapshotKind: 'working',
      at: '2026-11-24T14:05:00Z',
    },
    parties: [
      {
        key: 'client',
        kind: 'client',
        organisation: 'Stadtwerke Auental',
        people: [
          { name: 'Mara Vogt', function: 'information-security-officer' },
          { name: 'Jens Ohm', function: 'head-of-it' },
        ],
      },
      {
        key: 'provider',
        kind: 'provider',
        organisation: 'Nordhost GmbH',
        people: [{ name: 'Ada Lenz', function: 'service-manager' }],
      },
    ],
    sections,
  }
}

/** For tests: a section of requirements. */
export function sampleSection(title: string, requirements: readonly ExportRequirement[]): ExportSection {
  return { text: text(title, [], title), requirements, sections: [] }
}

/** For tests: a requirement with a title and nothing else. */
export function bareRequirement(number: number, title = `Anforderung ${number}`): ExportRequirement {
  return {
    number,
    text: text(title, [], title),
    fields: emptyFields,
    parameters: [],
    guidance: [],
    positions: [],
    openThreads: 0,
    threads: null,
    ownThreads: null,
    withdrawn: false,
    children: [],
  }
}

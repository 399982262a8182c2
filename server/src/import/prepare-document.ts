import { setImmediate } from 'node:timers/promises'
import { replaceChips } from '@parley/document'
import {
  type DraftDocument,
  type DraftRequirement,
  type DraftSection,
  newId,
  type ParameterId,
  type PartyId,
  type PersonId,
  type ProjectId,
  type RequirementId,
  type SectionId,
  type TextContent,
  type TextId,
  type TextKind,
} from '@parley/model'
import { generateNKeysBetween } from 'fractional-indexing'
import type { Insertable } from 'kysely'
import { type Database, type PreparedText, prepareText, toParameterRow } from '../store/index.ts'

/** All rows of a document, made before its transaction begins. */
export interface PreparedDocument {
  readonly texts: readonly PreparedText[]
  /** Parents before their children. */
  readonly sections: readonly Insertable<Database['section']>[]
  readonly requirements: readonly Insertable<Database['requirement']>[]
  readonly parameters: readonly Insertable<Database['parameter']>[]
}

/** Whose document it becomes and who is the author of its words. */
export interface DocumentOwner {
  readonly project: ProjectId
  readonly person: PersonId
  readonly party: PartyId
  readonly at: string
}

/** Texts seeded without giving others a turn; a seed takes about a quarter of a millisecond. */
const textsAtOnce = 40

/** Gives a draft its ids, numbers, places and seeds, numbered in reading order from 1. */
export async function prepareDocument(draft: DraftDocument, owner: DocumentOwner): Promise<PreparedDocument> {
  const building = new Building(owner)
  building.addSections(draft.sections, null)
  const texts: PreparedText[] = []
  for (const [index, text] of building.texts.entries()) {
    if (index % textsAtOnce === textsAtOnce - 1) await setImmediate()
    const { project, person, party, at } = owner
    texts.push(prepareText({ ...text, project, author: { person, party }, at }))
  }
  const { sections, requirements, parameters } = building
  return { texts, sections, requirements, parameters }
}

class Building {
  readonly texts: { id: TextId; kind: TextKind; content: TextContent }[] = []
  readonly sections: Insertable<Database['section']>[] = []
  readonly requirements: Insertable<Database['requirement']>[] = []
  readonly parameters: Insertable<Database['parameter']>[] = []
  readonly #project: ProjectId

  constructor({ project }: DocumentOwner) {
    this.#project = project
  }

  addSections(drafts: readonly DraftSection[], parent: SectionId | null): void {
    const keys = generateNKeysBetween(null, null, drafts.length)
    for (const [index, draft] of drafts.entries()) {
      const id = newId<'section'>()
      this.sections.push({
        id,
        project_id: this.#project,
        parent_id: parent,
        order_key: keys[index] ?? '',
        text_id: this.#addText('section', draft.text),
        origin: draft.origin && JSON.stringify(draft.origin),
        withdrawn_at: null,
      })
      this.#addRequirements(draft.requirements, id, null)
      this.addSections(draft.sections, id)
    }
  }

  #addRequirements(
    drafts: readonly DraftRequirement[],
    section: SectionId,
    parent: RequirementId | null,
  ): void {
    const keys = generateNKeysBetween(null, null, drafts.length)
    for (const [index, draft] of drafts.entries()) {
      const id = newId<'requirement'>()
      const parameters = this.#addParameters(draft, id)
      const text = replaceChips(draft.text, (key) => parameters.get(key) ?? null)
      this.requirements.push({
        id,
        project_id: this.#project,
        section_id: section,
        parent_id: parent,
        order_key: keys[index] ?? '',
        number: this.requirements.length + 1,
        text_id: this.#addText('requirement', text),
        fields: JSON.stringify(draft.fields),
        guidance: JSON.stringify(draft.guidance),
        origin: draft.origin && JSON.stringify(draft.origin),
        withdrawn_at: null,
      })
      this.#addRequirements(draft.children, section, id)
    }
  }

  #addParameters(draft: DraftRequirement, requirement: RequirementId): ReadonlyMap<string, ParameterId> {
    const ids = new Map<string, ParameterId>()
    for (const [position, { key, ...fields }] of draft.parameters.entries()) {
      const id = newId<'parameter'>()
      ids.set(key, id)
      this.parameters.push({
        id,
        project_id: this.#project,
        requirement_id: requirement,
        position,
        ...toParameterRow(fields),
      })
    }
    return ids
  }

  #addText(kind: TextKind, content: TextContent): TextId {
    const id = newId<'text'>()
    this.texts.push({ id, kind, content })
    return id
  }
}

import type { RequirementId, SectionId, TextContent, TextId } from '@parley/model'
import type { DocumentView, RequirementView, SectionView, SyncEvent, TextEvent } from '@parley/protocol'
import { factsOf, furtherText, type RequirementFacts } from './facts.ts'
import { type OutlineRow, outlineRows } from './outline-rows.ts'

type Key = SectionId | RequirementId | 'outline' | 'facts'

/**
 * The document of the open project in the browser: read once, then kept in step by events. Each section and
 * requirement is its own subscription, so that a change re-renders the cards that show it and no other.
 */
export interface DocumentStore {
  readonly load: (view: DocumentView) => void
  readonly apply: (event: SyncEvent) => void
  /** Shows what the reader has just written, until the server's next word on that text. */
  readonly keepContent: (text: TextId, content: TextContent) => void
  readonly section: (id: SectionId) => SectionView | undefined
  readonly requirement: (id: RequirementId) => RequirementView | undefined
  /** What is known of a requirement beside its words; the same object until any of it changes. */
  readonly facts: (id: RequirementId) => RequirementFacts | undefined
  /** The facts of all requirements; the same array until one of them changes. */
  readonly allFacts: () => readonly RequirementFacts[]
  /** The lines in reading order; the same array until the structure changes. */
  readonly outline: () => readonly OutlineRow[]
  readonly ownerOf: (text: TextId) => SectionId | RequirementId | undefined
  /**
   * Listens to one thing, with `outline` to the structure, or with `facts` to those of every requirement; gives the
   * function that ends it. Nobody can listen to the words of all: a letter must cost no more in a longer document.
   */
  readonly subscribe: (key: Key, listener: () => void) => () => void
}

/** Makes the store of one project. */
export function makeDocumentStore(): DocumentStore {
  const sections = new Map<SectionId, SectionView>()
  const requirements = new Map<RequirementId, RequirementView>()
  const facts = new Map<RequirementId, RequirementFacts>()
  const owners = new Map<TextId, SectionId | RequirementId>()
  const listeners = new Map<Key, Set<() => void>>()
  let rows: readonly OutlineRow[] | null = null
  let list: readonly RequirementFacts[] | null = null

  const tell = (...keys: readonly Key[]) => {
    for (const key of keys) for (const listener of [...(listeners.get(key) ?? [])]) listener()
  }

  const putSection = (section: SectionView) => {
    const before = sections.get(section.id)
    sections.set(section.id, { ...section, text: furtherText(before?.text, section.text) })
    owners.set(section.text.id, section.id)
    if (before && isPlacedAlike(before, section)) return tell(section.id)
    rows = null
    tell(section.id, 'outline')
  }

  const putRequirement = (requirement: RequirementView) => {
    const { id } = requirement
    const before = requirements.get(id)
    const factsBefore = facts.get(id)
    const factsNow = factsOf(requirement, factsBefore)
    requirements.set(id, { ...requirement, text: furtherText(before?.text, requirement.text) })
    facts.set(id, factsNow)
    owners.set(requirement.text.id, id)
    if (factsNow === factsBefore) return tell(id)
    list = null
    if (before?.section === requirement.section && isPlacedAlike(before, requirement))
      return tell(id, 'facts')
    rows = null
    tell(id, 'facts', 'outline')
  }

  const putText = (event: TextEvent) => {
    const text = { id: event.text, seq: event.seq, content: event.content }
    const owner = owners.get(event.text)
    const section = sections.get(owner as SectionId)
    if (section && section.text.seq < event.seq) putSection({ ...section, text })
    const requirement = requirements.get(owner as RequirementId)
    if (requirement && requirement.text.seq < event.seq) putRequirement({ ...requirement, text })
  }

  return {
    load(view) {
      const before = {
        sections: new Map(sections),
        requirements: new Map(requirements),
        facts: new Map(facts),
      }
      sections.clear()
      requirements.clear()
      facts.clear()
      owners.clear()
      rows = null
      list = null
      const changed: Key[] = ['outline', 'facts']
      for (const section of view.sections) {
        const kept = keepIfSame(before.sections.get(section.id), section)
        sections.set(section.id, kept)
        owners.set(section.text.id, section.id)
        if (kept !== before.sections.get(section.id)) changed.push(section.id)
      }
      for (const requirement of view.requirements) {
        const kept = keepIfSame(before.requirements.get(requirement.id), requirement)
        requirements.set(requirement.id, kept)
        facts.set(requirement.id, factsOf(kept, before.facts.get(requirement.id)))
        owners.set(requirement.text.id, requirement.id)
        if (kept !== before.requirements.get(requirement.id)) changed.push(requirement.id)
      }
      tell(...changed)
    },
    apply(event) {
      switch (event.type) {
        case 'text':
          return putText(event)
        case 'section':
          return putSection(event.section)
        case 'requirement':
          return putRequirement(event.requirement)
        case 'presence':
        case 'project':
        case 'people':
        case 'thread':
        case 'snapshot':
        case 'resync':
        case 'left':
          return
        default:
          return event satisfies never
      }
    },
    keepContent(id, content) {
      const owner = owners.get(id)
      const section = sections.get(owner as SectionId)
      if (section) putSection({ ...section, text: { ...section.text, content } })
      const requirement = requirements.get(owner as RequirementId)
      if (requirement) putRequirement({ ...requirement, text: { ...requirement.text, content } })
    },
    section: (id) => sections.get(id),
    requirement: (id) => requirements.get(id),
    facts: (id) => facts.get(id),
    allFacts: () => {
      list ??= [...facts.values()]
      return list
    },
    outline: () => {
      rows ??= outlineRows([...sections.values()], [...requirements.values()])
      return rows
    },
    ownerOf: (text) => owners.get(text),
    subscribe(key, listener) {
      const own = listeners.get(key) ?? new Set()
      listeners.set(key, own.add(listener))
      return () => {
        own.delete(listener)
        if (own.size === 0 && listeners.get(key) === own) listeners.delete(key)
      }
    },
  }
}

/**
 * The thing as it was before where nothing about it has changed, so that reading a document again renders only what is
 * new. A text that events have already brought further stays further.
 */
function keepIfSame<Thing extends SectionView | RequirementView>(
  before: Thing | undefined,
  after: Thing,
): Thing {
  if (!before) return after
  if (before.text.seq > after.text.seq) return { ...after, text: before.text }
  if (before.text.seq !== after.text.seq) return after
  const { text: _, ...rest } = before
  const { text: __, ...restAfter } = after
  return JSON.stringify(rest) === JSON.stringify(restAfter) ? before : after
}

interface Placed {
  readonly parent: string | null
  readonly order: string
  readonly withdrawn: boolean
}

function isPlacedAlike(before: Placed, after: Placed): boolean {
  return (
    before.parent === after.parent && before.order === after.order && before.withdrawn === after.withdrawn
  )
}

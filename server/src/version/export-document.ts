import type { ExportDocument, ExportRequirement, ExportSection, ExportThread } from '@parley/exchange'
import type { Guidance, RequirementId } from '@parley/model'
import type { VersionContent, VersionRequirement } from '@parley/protocol'
import { outlineTree, type RequirementNode, type SectionNode } from './outline-order.ts'

type Node = SectionNode<VersionContent['sections'][number], VersionRequirement>

/** What an export says besides the version itself; a requirement that is not in a map has none. */
export interface ExportExtras {
  readonly guidance: ReadonlyMap<RequirementId, readonly Guidance[]>
  /** Threads that the pair shares: their number is always told, their words only where `inFull`. */
  readonly shared: ReadonlyMap<RequirementId, readonly ExportThread[]>
  readonly inFull: boolean
  /** Threads of the asking party alone; `null` where they were not asked for. */
  readonly own: ReadonlyMap<RequirementId, readonly ExportThread[]> | null
}

/** A presented version in the form that leaves Parley in a file. */
export function exportDocument(version: VersionContent, extras: ExportExtras): ExportDocument {
  const { snapshot } = version
  return {
    project: version.project.name,
    version: snapshot
      ? {
          kind: 'snapshot',
          number: snapshot.number,
          name: snapshot.name,
          snapshotKind: snapshot.kind,
          at: snapshot.at,
        }
      : { kind: 'working', at: version.at },
    parties: version.parties.map(({ id, kind, organisation, people }) => ({
      key: id,
      kind,
      organisation,
      people: people.map(({ name, function: capacity }) => ({ name, function: capacity })),
    })),
    sections: outlineTree(version.sections, version.requirements).flatMap((node) =>
      exportSection(node, extras),
    ),
  }
}

/** A withdrawn section leaves no trace unless a requirement in it is to be shown as withdrawn. */
function exportSection(node: Node, extras: ExportExtras): ExportSection[] {
  const sections = node.sections.flatMap((child) => exportSection(child, extras))
  const requirements = node.requirements.map((child) => exportRequirement(child, extras))
  if (node.section.withdrawn && sections.length === 0 && requirements.length === 0) return []
  return [{ text: node.section.content, requirements, sections }]
}

function exportRequirement(
  node: RequirementNode<VersionRequirement>,
  extras: ExportExtras,
): ExportRequirement {
  const { id, number, content, fields, parameters, positions, withdrawn } = node.requirement
  const shared = extras.shared.get(id) ?? []
  return {
    number,
    text: content,
    fields,
    parameters,
    guidance: extras.guidance.get(id) ?? [],
    positions: positions.map(({ party, stance, words, outdated }) => ({ party, stance, words, outdated })),
    openThreads: shared.filter(({ state }) => state === 'open').length,
    threads: extras.inFull ? shared : null,
    ownThreads: extras.own && (extras.own.get(id) ?? []),
    withdrawn,
    children: node.children.map((child) => exportRequirement(child, extras)),
  }
}

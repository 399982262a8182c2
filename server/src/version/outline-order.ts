/** What places a thing among its siblings: `order` by plain string comparison, then `id`. */
interface Placed {
  readonly id: string
  readonly order: string
}

interface PlacedSection extends Placed {
  readonly parent: string | null
}

interface PlacedRequirement extends Placed {
  readonly section: string
  readonly parent: string | null
}

/** Compares siblings. Never by the database's `ORDER BY`: a collation of PostgreSQL sorts letters otherwise. */
export function compareSiblings(left: Placed, right: Placed): number {
  if (left.order !== right.order) return left.order < right.order ? -1 : 1
  return left.id < right.id ? -1 : 1
}

/** A section with what stands in it, siblings in their order. */
export interface SectionNode<S, R> {
  readonly section: S
  readonly requirements: readonly RequirementNode<R>[]
  readonly sections: readonly SectionNode<S, R>[]
}

export interface RequirementNode<R> {
  readonly requirement: R
  readonly children: readonly RequirementNode<R>[]
}

/** The outline of a version as a tree. */
export function outlineTree<S extends PlacedSection, R extends PlacedRequirement>(
  sections: readonly S[],
  requirements: readonly R[],
): readonly SectionNode<S, R>[] {
  const sectionsOf = Map.groupBy(sections.toSorted(compareSiblings), (section) => section.parent)
  const sorted = requirements.toSorted(compareSiblings)
  const childrenOf = Map.groupBy(sorted, (requirement) => requirement.parent)
  const topOf = Map.groupBy(childrenOf.get(null) ?? [], (requirement) => requirement.section)

  const requirementNode = (requirement: R): RequirementNode<R> => ({
    requirement,
    children: (childrenOf.get(requirement.id) ?? []).map(requirementNode),
  })
  const sectionNode = (section: S): SectionNode<S, R> => ({
    section,
    requirements: (topOf.get(section.id) ?? []).map(requirementNode),
    sections: (sectionsOf.get(section.id) ?? []).map(sectionNode),
  })
  return (sectionsOf.get(null) ?? []).map(sectionNode)
}

/** Sections and requirements of a version as one reads them, from the first to the last. */
export function readingOrder<S extends PlacedSection, R extends PlacedRequirement>(
  sections: readonly S[],
  requirements: readonly R[],
): { readonly sections: readonly S[]; readonly requirements: readonly R[] } {
  const ordered = { sections: [] as S[], requirements: [] as R[] }
  const visitRequirement = (node: RequirementNode<R>) => {
    ordered.requirements.push(node.requirement)
    node.children.forEach(visitRequirement)
  }
  const visitSection = (node: SectionNode<S, R>) => {
    ordered.sections.push(node.section)
    node.requirements.forEach(visitRequirement)
    node.sections.forEach(visitSection)
  }
  outlineTree(sections, requirements).forEach(visitSection)
  return ordered
}

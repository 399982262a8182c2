import { titleOf } from '@parley/document'
import type { ExportDocument, ExportRequirement, ExportSection } from './export-document.ts'

/** A requirement at its place in the document. */
export interface PlacedRequirement {
  readonly requirement: ExportRequirement
  /** Titles of the sections it stands in, outermost first. */
  readonly path: readonly string[]
  readonly parent: ExportRequirement | null
}

/** All requirements in reading order, children after their parents. */
export function placedRequirements(document: ExportDocument): PlacedRequirement[] {
  return document.sections.flatMap((section) => inSection(section, []))
}

function inSection(section: ExportSection, above: readonly string[]): PlacedRequirement[] {
  const path = [...above, titleOf(section.text)]
  return [
    ...section.requirements.flatMap((requirement) => withChildren(requirement, path, null)),
    ...section.sections.flatMap((child) => inSection(child, path)),
  ]
}

function withChildren(
  requirement: ExportRequirement,
  path: readonly string[],
  parent: ExportRequirement | null,
): PlacedRequirement[] {
  return [
    { requirement, path, parent },
    ...requirement.children.flatMap((child) => withChildren(child, path, requirement)),
  ]
}

/** A human number as it is written. */
export const humanNumber = (requirement: ExportRequirement) => `R-${requirement.number}`

import { bulletList, heading, listItem, paragraph } from '@parley/document'
import type { Guidance, NodeJson } from '@parley/model'
import { shorten } from '../content/clean.ts'
import type { Part } from './catalogue.ts'
import type { Scope } from './scope.ts'

/** Lists nest no deeper; NIST's go to three. What is deeper follows as paragraphs. */
const deepest = 8

/** The parts of a control, divided into what is normative and what explains it. */
export interface ReadParts {
  readonly statement: readonly NodeJson[]
  readonly guidance: readonly Guidance[]
}

/** Statements and their items become the statement; every other part is guidance, whatever its name. */
export function readParts(parts: readonly Part[], scope: Scope): ReadParts {
  const statement: NodeJson[] = []
  const guidance: Guidance[] = []
  for (const part of parts) {
    if (part.name === 'statement') statement.push(...statementBlocks(part, scope, guidance))
    else guidance.push(...guidanceOf(part, scope, 0))
  }
  return { statement, guidance }
}

function statementBlocks(part: Part, scope: Scope, guidance: Guidance[]): NodeJson[] {
  const title = scope.plainLine(part.title ?? '')
  return [
    ...(title ? [heading(3, title)] : []),
    ...scope.blocks(part.prose ?? ''),
    ...itemLists(part, scope, guidance),
  ]
}

function itemLists(part: Part, scope: Scope, guidance: Guidance[], depth = 0): NodeJson[] {
  const items: NodeJson[][] = []
  for (const child of part.parts ?? []) {
    if (child.name === 'item' || child.name === 'statement')
      items.push(itemBlocks(child, scope, guidance, depth))
    else guidance.push(...guidanceOf(child, scope, 0))
  }
  if (items.length === 0) return []
  return depth < deepest ? [bulletList(...items.map((blocks) => listItem(...blocks)))] : items.flat()
}

/** An item's label is part of its words: texts refer to "AC-1 a. 1." long after numbering has changed. */
function itemBlocks(part: Part, scope: Scope, guidance: Guidance[], depth: number): NodeJson[] {
  const lead = [labelOf(part), scope.plainLine(part.title ?? '')].filter(Boolean).join(' ')
  const [first, ...rest] = scope.blocks(part.prose ?? '')
  const own =
    first?.type === 'paragraph'
      ? [paragraph(lead && `${lead} `, ...(first.content ?? [])), ...rest]
      : [paragraph(lead), ...(first ? [first, ...rest] : [])]
  return [...own, ...itemLists(part, scope, guidance, depth + 1)]
}

function guidanceOf(part: Part, scope: Scope, depth: number): Guidance[] {
  const title = scope.plainLine(part.title ?? '')
  const prose = [title, scope.plain(part.prose ?? '')].filter(Boolean).join('\n')
  const own: Guidance = {
    name: shorten(part.name, 200),
    label: shorten(labelOf(part), 200),
    prose,
    depth: Math.min(depth, 20),
  }
  return [own, ...(part.parts ?? []).flatMap((child) => guidanceOf(child, scope, depth + 1))]
}

function labelOf(part: Part): string {
  return part.props?.find((prop) => prop.name === 'label')?.value ?? ''
}

/** What stands under a group's title: its parts one after another, items as lists. */
export function introductionBlocks(parts: readonly Part[], scope: Scope, depth = 0): NodeJson[] {
  return parts.flatMap((part) => {
    const title = scope.plainLine(part.title ?? '')
    const items = (part.parts ?? []).map((child) => {
      const lead = [labelOf(child), scope.plainLine(child.title ?? '')].filter(Boolean).join(' ')
      return [paragraph(lead), ...introductionBlocks([{ ...child, title: undefined }], scope, depth + 1)]
    })
    return [
      ...(title ? [heading(3, title)] : []),
      ...scope.wordedBlocks(part.prose ?? ''),
      ...(depth < deepest && items.length > 0
        ? [bulletList(...items.map((blocks) => listItem(...blocks)))]
        : items.flat()),
    ]
  })
}

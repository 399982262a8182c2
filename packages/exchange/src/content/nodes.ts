import { canonicalContent, contentProblem, limits, textContent, titleLine } from '@parley/document'
import type { MarkJson, NodeJson, TextContent } from '@parley/model'
import { Unreadable } from '../read-result.ts'

/** Words with marks, or nothing where there are no words (ProseMirror knows no empty text). */
export function words(text: string, marks: readonly MarkJson[] = []): NodeJson[] {
  if (text === '') return []
  return [marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }]
}

/** Lines with breaks between them. */
export function joined(lines: readonly (readonly NodeJson[])[]): NodeJson[] {
  return lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'hardBreak' }, ...line]))
}

/** The content of a text; throws `Unreadable` where it is beyond what one text may hold. */
export function text(title: string, blocks: readonly NodeJson[], place: string): TextContent {
  const content = canonicalContent(textContent(titleLine(title), blocks))
  const problem = contentProblem(content)
  if (problem === null) return content
  if (problem.code === 'too-large') {
    throw new Unreadable({ code: 'text-too-large', place, limit: limits.characters })
  }
  throw new Error(`a reader made content that no text may hold: ${place}: ${JSON.stringify(problem)}`)
}

import type { TextContent } from '@parley/model'
import type { ContentProblem } from './problem.ts'
import { structureProblem } from './structure.ts'
import { unsafeProblem } from './unsafe.ts'

/**
 * What is wrong with content, or `null`. `unsafe` content is refused; a problem of `structure` is put right by
 * `repairContent`. Unsafe things come first. Takes any value whatever.
 */
export function contentProblem(content: unknown): ContentProblem | null {
  const unsafe = unsafeProblem(content)
  if (unsafe) return { kind: 'unsafe', ...unsafe }
  const structure = structureProblem(content as TextContent) // reason: `unsafeProblem` has parsed it
  return structure ? { kind: 'structure', ...structure } : null
}

import type { NodeJson, TextContent } from '@parley/model'
import { chip, hardBreak, paragraph, textContent } from './builders.ts'
import { forStorage } from './clean.ts'

/**
 * Content from plain words: paragraphs split at blank lines, other line ends become breaks, `{{key}}` becomes the chip of
 * the id that `chipId` gives for the key; where it gives `null` the words stay as they are.
 */
export function contentFromPlain(
  title: string,
  statement: string,
  chipId: (key: string) => string | null = () => null,
): TextContent {
  return textContent(titleLine(title), plainBlocks(statement, chipId))
}

/** The paragraphs of plain words, as `contentFromPlain` makes them. */
export function plainBlocks(words: string, chipId: (key: string) => string | null = () => null): NodeJson[] {
  return forStorage(words)
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n\s*/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => paragraph(...inlineOf(block, chipId)))
}

/** A title on one line, without blanks at its ends. */
export const titleLine = (title: string) => forStorage(title).replace(/\s+/g, ' ').trim()

function inlineOf(block: string, chipId: (key: string) => string | null): (string | NodeJson)[] {
  return block.split('\n').flatMap((line, index) => {
    const parts = line.trim().split(/(\{\{[^{}]*\}\})/)
    const items = parts.map((part) => {
      const id = part.startsWith('{{') && part.endsWith('}}') ? chipId(part.slice(2, -2).trim()) : null
      return id === null ? part : chip(id)
    })
    return index === 0 ? items : [hardBreak, ...items]
  })
}

import type { NodeJson, TextContent } from '@parley/model'
import { canonicalContent, canonicalNode } from '../canonical/canonical-content.ts'
import { canonicalJson } from '../canonical/canonical-json.ts'
import { blocksHtml } from '../html/block-html.ts'
import { type ContentHtmlOptions, renderingOf } from '../html/content-html.ts'
import type { RenderNode } from '../html/rendering.ts'
import { alignBlocks } from './align.ts'
import { allChanged, diffInline } from './inline-diff.ts'

/** A comparison of two versions of a text. */
export interface ContentDiff {
  /** Whether anything differs, be it formatting only. */
  readonly changed: boolean
  /**
   * The blocks of both versions in reading order. `change` is absent on what stayed; `added` and `removed` mark words and
   * whole blocks, `formatted` words whose marks changed, `changed` blocks whose type or attributes changed.
   */
  readonly blocks: readonly RenderNode[]
}

/** Compares two versions of a text block by block and word by word. */
export function diffContent(before: TextContent, after: TextContent): ContentDiff {
  const [from, to] = [canonicalContent(before), canonicalContent(after)]
  const changed = canonicalJson(from) !== canonicalJson(to)
  return { changed, blocks: changed ? diffBlocks(from.content ?? [], to.content ?? []) : (to.content ?? []) }
}

/** The comparison as HTML: `ins` and `del` around words, classes `diff-…` on blocks and on words formatted anew. */
export function diffHtml(before: TextContent, after: TextContent, options: ContentHtmlOptions = {}): string {
  return blocksHtml(diffContent(before, after).blocks, 0, { ...renderingOf(options), highlights: [] })
}

const inlineParents: ReadonlySet<string> = new Set(['title', 'paragraph', 'heading'])

function diffBlocks(before: readonly NodeJson[], after: readonly NodeJson[]): RenderNode[] {
  return alignBlocks(before, after).flatMap(({ before: from, after: to }): RenderNode[] => {
    if (from && to) return [diffBlock(from, to)]
    if (to) return [wholly(to, 'added')]
    return from ? [wholly(from, 'removed')] : []
  })
}

function diffBlock(before: NodeJson, after: NodeJson): RenderNode {
  if (canonicalJson(before) === canonicalJson(after)) return after
  const content = inlineParents.has(after.type)
    ? diffInline(before.content ?? [], after.content ?? [])
    : after.type === 'tableRow'
      ? diffCells(before.content ?? [], after.content ?? [])
      : diffBlocks(before.content ?? [], after.content ?? [])
  const node: RenderNode = { ...after, content }
  return shape(before) === shape(after) ? node : { ...node, change: 'changed' }
}

/** Cells of rows of the same length compare by place: a cell reworded whole is not a cell removed and one added. */
function diffCells(before: readonly NodeJson[], after: readonly NodeJson[]): RenderNode[] {
  if (before.length !== after.length) return diffBlocks(before, after)
  return after.map((cell, index) => {
    const old = before[index]
    return old ? diffBlock(old, cell) : wholly(cell, 'added')
  })
}

const shape = ({ type, attrs }: NodeJson) =>
  canonicalJson(canonicalNode({ type, ...(attrs ? { attrs } : {}) }))

function wholly(block: NodeJson, change: 'added' | 'removed'): RenderNode {
  const children = block.content ?? []
  const content = inlineParents.has(block.type)
    ? allChanged(children, change)
    : children.map((child) => wholly(child, change))
  return { ...block, content, change }
}

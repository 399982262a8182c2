export { canonicalContent } from './canonical/canonical-content.ts'
export { canonicalJson } from './canonical/canonical-json.ts'
export type { RequirementContent } from './canonical/fingerprint.ts'
export { normativeContent, requirementFingerprint, sha256Hex } from './canonical/fingerprint.ts'
export type { Inline } from './content/builders.ts'
export {
  blockquote,
  bold,
  bulletList,
  chip,
  code,
  hardBreak,
  headerRow,
  heading,
  italic,
  link,
  listItem,
  orderedList,
  paragraph,
  table,
  tableCell,
  tableHeader,
  tableRow,
  textContent,
} from './content/builders.ts'
export { chipIds, replaceChips } from './content/chips.ts'
export { forStorage } from './content/clean.ts'
export { contentFromPlain, plainBlocks, titleLine } from './content/plain.ts'
export type { Range } from './content/quote.ts'
export { findQuote, quoteAt } from './content/quote.ts'
export type { ChipWords } from './content/words.ts'
export { isEmptyStatement, plainText, statementText, titleOf } from './content/words.ts'
export type { ContentDiff } from './diff/diff-content.ts'
export { diffContent, diffHtml } from './diff/diff-content.ts'
export type { WordSegment } from './diff/words.ts'
export { diffWords } from './diff/words.ts'
export type { ContentHtmlOptions } from './html/content-html.ts'
export { contentHtml } from './html/content-html.ts'
export { escapeHtml } from './html/escape.ts'
export type { Change, Highlight, RenderNode } from './html/rendering.ts'
export { contentProblem } from './problem/content-problem.ts'
export type { ContentProblem, StructureCode, UnsafeCode } from './problem/problem.ts'
export { structureCodes, unsafeCodes } from './problem/problem.ts'
export { repairContent } from './problem/repair.ts'
export { editorExtensions, extensions, schema } from './schema/extensions.ts'
export { fragmentName, limits, schemaVersion } from './schema/limits.ts'
export { Parameter } from './schema/parameter.ts'
export type { ChipFace } from './schema/rendered.ts'
export { chipParts, defaultHeadingOffset } from './schema/rendered.ts'
export { isSafeLink } from './schema/safe-link.ts'
export type { AnchorEnds } from './yjs/anchor.ts'
export { anchorAt, locateAnchor, resolveAnchor } from './yjs/anchor.ts'
export { applyContent, seedUpdate } from './yjs/apply-content.ts'
export { foreignRoot, readContent } from './yjs/read-content.ts'

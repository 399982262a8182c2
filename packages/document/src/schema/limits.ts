/** The Y.XmlFragment of a text's document; also the `field` of Tiptap's Collaboration extension. */
export const fragmentName = 'content'

/** Raised whenever nodes, marks or attributes change, so that stored content tells by which schema it was written. */
export const schemaVersion = 1

/** Bounds of one text; beyond them content is refused. Characters are UTF-16 code units, depth counts `doc` as 0. */
export const limits = {
  depth: 40,
  nodes: 50_000,
  characters: 500_000,
  href: 2_000,
  chipId: 200,
  span: 50,
  /** Cells of a table, spans counted. */
  tableArea: 20_000,
} as const

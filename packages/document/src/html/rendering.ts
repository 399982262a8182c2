import type { NodeJson } from '@parley/model'
import type { ChipFace } from '../schema/rendered.ts'

/** Words to be marked: a `span` of this class, with the id in `data-highlight` (several ids apart by blanks). */
export interface Highlight {
  readonly from: number
  readonly to: number
  readonly className: string
  readonly id: string
}

/** How a node compares with its counterpart, for comparisons of two versions. */
export type Change = 'added' | 'removed' | 'changed' | 'formatted'

/** A node to render; `change` is set in comparisons only. */
export interface RenderNode extends NodeJson {
  readonly change?: Change
  readonly content?: readonly RenderNode[]
}

export interface Rendering {
  readonly chip: (id: string) => ChipFace | null
  /** In the order of their starts. */
  readonly highlights: readonly Highlight[]
  readonly headingOffset: number
  readonly title: boolean
}

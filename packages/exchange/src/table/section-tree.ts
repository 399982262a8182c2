import type { DraftRequirement, DraftSection, TextContent } from '@parley/model'

interface Branch {
  readonly title: string
  readonly requirements: DraftRequirement[]
  readonly branches: Map<string, Branch>
}

/** Sections by their paths, in the order in which they are first met. */
export class SectionTree {
  readonly #root: Branch = branch('')
  readonly #textOf: (title: string) => TextContent
  readonly #nameless: string

  constructor(textOf: (title: string) => TextContent, nameless: string) {
    this.#textOf = textOf
    this.#nameless = nameless
  }

  add(path: readonly string[], requirement: DraftRequirement): void {
    this.#at(path.length > 0 ? path : [this.#nameless]).requirements.push(requirement)
  }

  /** Makes a section even where no requirement follows in it. */
  open(path: readonly string[]): void {
    this.#at(path)
  }

  sections(): readonly DraftSection[] {
    return this.#sectionsOf(this.#root)
  }

  #at(path: readonly string[]): Branch {
    let at = this.#root
    for (const title of path) {
      const next = at.branches.get(title) ?? branch(title)
      at.branches.set(title, next)
      at = next
    }
    return at
  }

  #sectionsOf(parent: Branch): readonly DraftSection[] {
    return [...parent.branches.values()].map((each) => ({
      text: this.#textOf(each.title),
      origin: null,
      requirements: each.requirements,
      sections: this.#sectionsOf(each),
    }))
  }
}

function branch(title: string): Branch {
  return { title, requirements: [], branches: new Map() }
}

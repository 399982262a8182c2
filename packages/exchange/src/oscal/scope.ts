import { chip, paragraph, statementText, titleLine } from '@parley/document'
import type { NodeJson } from '@parley/model'
import { words } from '../content/nodes.ts'
import { blockNodes } from '../markup/blocks.ts'
import { inlineNodes, type MarkupPlaces } from '../markup/inline.ts'
import { type Losses, Unreadable } from '../read-result.ts'
import { type Catalogue, type Control, type Group, oscalLimits, type Parameter } from './catalogue.ts'

/** What the whole catalogue defines: parameters may be used far from where they stand. */
export interface Definitions {
  readonly parameters: ReadonlyMap<string, Parameter>
  /** Titles and citations of the back matter by uuid. */
  readonly resources: ReadonlyMap<string, string>
  /** Ids of parameters that became part of a requirement. */
  readonly used: Set<string>
  readonly losses: Losses
}

/** Everything that parts of the catalogue refer to; a parameter defined twice means its first definition. */
export function definitionsOf(catalogue: Catalogue, losses: Losses): Definitions {
  const parameters = new Map<string, Parameter>()
  const collect = (holder: { params?: Parameter[] | undefined }) => {
    for (const parameter of holder.params ?? []) {
      if (!parameters.has(parameter.id)) parameters.set(parameter.id, parameter)
    }
  }
  const controls = new Set<string>()
  const visitControl = (control: Control) => {
    if (controls.has(control.id)) throw new Unreadable({ code: 'duplicate-control', control: control.id })
    controls.add(control.id)
    if (controls.size > oscalLimits.controls) {
      throw new Unreadable({ code: 'too-many-controls', limit: oscalLimits.controls })
    }
    collect(control)
    control.controls?.forEach(visitControl)
  }
  const visitGroup = (group: Catalogue | Group) => {
    collect(group)
    group.controls?.forEach(visitControl)
    group.groups?.forEach(visitGroup)
  }
  visitGroup(catalogue)
  const resources = new Map<string, string>()
  for (const resource of catalogue['back-matter']?.resources ?? []) {
    const citation = resource.citation?.text?.trim()
    resources.set(resource.uuid, [resource.title, citation].filter(Boolean).join(': '))
  }
  return { parameters, resources, used: new Set(), losses }
}

/** A link that prose makes within the catalogue, kept with the origin. */
export interface FragmentLink {
  readonly href: string
  readonly text: string
}

/** Reads the prose of one control or group, and remembers which parameters its normative text uses. */
export class Scope {
  readonly place: string
  readonly control: string
  readonly links: FragmentLink[] = []
  readonly used = new Map<string, Parameter>()
  readonly #own: ReadonlyMap<string, Parameter>
  readonly #definitions: Definitions

  constructor(
    holder: { readonly id: string; readonly place: string; readonly params: readonly Parameter[] },
    definitions: Definitions,
  ) {
    this.control = holder.id
    this.place = holder.place
    this.#own = new Map(holder.params.map((parameter) => [parameter.id, parameter]))
    this.#definitions = definitions
    for (const parameter of holder.params) {
      this.used.set(parameter.id, parameter)
      definitions.used.add(parameter.id)
    }
  }

  /** Prose with chips; the parameters it inserts become the requirement's own. */
  blocks(prose: string): NodeJson[] {
    return blockNodes(
      prose,
      this.#places((id) => [chip(this.use(id).id)]),
    )
  }

  /** Prose in words: a parameter reads as its label in square brackets. */
  plain(prose: string): string {
    return statementText({ type: 'doc', content: this.wordedBlocks(prose) })
  }

  /** Prose without chips, for texts that have no parameters. */
  wordedBlocks(prose: string): NodeJson[] {
    return blockNodes(prose, this.#worded())
  }

  /** A line of prose in words, on one line. */
  plainLine(prose: string): string {
    return this.#line(prose, 0).replace(/\s+/g, ' ').trim()
  }

  /** Words for a parameter: its label, else its choices, else the label that its props give it, else its id. */
  labelOf(parameter: Parameter, depth = 0): string {
    if (depth > 4) return parameter.id
    const plain = (prose: string) => this.#line(prose, depth + 1)
    const choices = (parameter.select?.choice ?? []).map(plain).filter(Boolean)
    const props = (parameter.props ?? []).filter((prop) => prop.name === 'label' || prop.name === 'alt-label')
    return (
      plain(parameter.label ?? '') ||
      choices.join(' | ') ||
      props.find((prop) => prop.value !== '')?.value ||
      parameter.id
    )
  }

  /** Takes a parameter that is defined elsewhere into the requirement that uses it. */
  use(id: string): Parameter {
    const parameter = this.#find(id)
    if (!this.used.has(id)) {
      this.used.set(id, parameter)
      this.#definitions.used.add(id)
      this.#definitions.losses.add('parameter-shared', this.place, id)
    }
    return parameter
  }

  #line(prose: string, depth: number): string {
    const line = paragraph(...inlineNodes(prose, this.#worded(depth)))
    return titleLine(statementText({ type: 'doc', content: [line] }))
  }

  #worded(depth = 0): MarkupPlaces {
    return this.#places((id) => words(`[${this.labelOf(this.#find(id), depth)}]`))
  }

  #find(id: string): Parameter {
    const found = this.#own.get(id) ?? this.#definitions.parameters.get(id)
    if (!found) throw new Unreadable({ code: 'dangling-parameter', control: this.control, parameter: id })
    return found
  }

  #places(parameter: MarkupPlaces['parameter']): MarkupPlaces {
    return {
      parameter,
      otherInsert: (source) => {
        this.#definitions.losses.add('unknown-insert', this.place, source)
        return words(source)
      },
      fragment: (href, text) => {
        if (!this.links.some((link) => link.href === href)) this.links.push({ href, text })
      },
      image: (source) => this.#definitions.losses.add('image', this.place, source),
    }
  }
}

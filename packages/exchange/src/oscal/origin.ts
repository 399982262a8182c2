import type { Guidance, Origin } from '@parley/model'
import { shorten } from '../content/clean.ts'
import { type Link, type Parameter, type Part, type Prop, unknownMembers } from './catalogue.ts'
import type { Definitions, Scope } from './scope.ts'

/** A control or a group. */
interface Holder {
  readonly id?: string | undefined
  readonly class?: string | undefined
  readonly props?: readonly Prop[] | undefined
  readonly links?: readonly Link[] | undefined
  readonly params?: readonly Parameter[] | undefined
  readonly parts?: readonly Part[] | undefined
}

type Sourced = readonly [part: string | null, label: string | null, thing: Holder]

/** All props and links of a control or group, its parts and parameters, as the source gave them. */
export function readOrigin(holder: Holder, scope: Scope, definitions: Definitions): Origin {
  const things = [...sourced(holder)]
  const props = things.flatMap(([part, , thing]) =>
    (thing.props ?? []).map((prop) => ({ name: prop.name, value: prop.value, ns: prop.ns ?? null, part })),
  )
  const links = things.flatMap(([, label, thing]) =>
    (thing.links ?? []).map((link) => ({
      href: link.href,
      rel: link.rel ?? null,
      text: link.text ?? definitions.resources.get(link.href.slice(1)) ?? label,
    })),
  )
  const inProse = scope.links.map(({ href, text }) => ({ href, rel: null, text }))
  reportWhatIsLeft(things, scope.place, definitions)
  return {
    id: shorten(holder.id ?? '', 500),
    stableKey: stableKeyOf(holder),
    props,
    links: [...links, ...inProse],
    className: holder.class ?? null,
  }
}

/** The BSI numbers controls anew in each edition; `alt-identifier` stays. */
function stableKeyOf(holder: Holder): string | null {
  const key = holder.props?.find((prop) => prop.name === 'alt-identifier')?.value
  return key === undefined ? null : shorten(key, 500)
}

/** Remarks that stand on props rather than in prose. */
export function propRemarks(holder: Holder, scope: Scope): Guidance[] {
  return [...sourced(holder)].flatMap(([, , thing]) =>
    (thing.props ?? []).flatMap((prop) => {
      const prose = scope.plain(prop.remarks ?? '')
      return prose ? [{ name: 'remarks', label: shorten(prop.name, 200), prose, depth: 0 }] : []
    }),
  )
}

function* sourced(holder: Holder): Generator<Sourced> {
  yield [null, null, holder]
  for (const parameter of holder.params ?? []) yield [parameter.id, parameter.id, parameter]
  for (const part of holder.parts ?? []) yield* sourcedParts(part)
}

function* sourcedParts(part: Part): Generator<Sourced> {
  const label = part.props?.find((prop) => prop.name === 'label')?.value ?? part.name
  yield [part.id ?? part.name, label, part]
  for (const child of part.parts ?? []) yield* sourcedParts(child)
}

function reportWhatIsLeft(things: readonly Sourced[], place: string, { losses }: Definitions): void {
  for (const [part, , thing] of things) {
    const inner = part !== null
    if (inner && thing.class !== undefined) losses.add('prop-class', 'catalog', 'class')
    for (const prop of thing.props ?? []) {
      for (const name of ['class', 'group', 'uuid'] as const) {
        if (prop[name] !== undefined) losses.add('prop-class', 'catalog', name)
      }
    }
    for (const link of thing.links ?? []) {
      if (link['media-type'] !== undefined) losses.add('prop-class', 'catalog', 'media-type')
      const fragment = link['resource-fragment']
      if (fragment !== undefined) losses.add('link-fragment', place, `${link.href} ${fragment}`)
    }
    if (!inner) continue
    const kind = 'name' in thing ? 'part' : 'param'
    for (const name of unknownMembers(kind, thing)) losses.add('unknown-member', `${place} › ${part}`, name)
  }
}

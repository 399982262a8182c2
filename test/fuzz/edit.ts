import fc from 'fast-check'
import * as Y from 'yjs'

const kinds = [
  'type',
  'delete',
  'bold',
  'link',
  'paragraph',
  'heading',
  'list',
  'table',
  'attribute',
  'remove',
] as const

/** One edit as an editor makes it, as data: what, where (taken modulo what there is) and how much. */
export interface Edit {
  readonly kind: (typeof kinds)[number]
  readonly at: number
  readonly size: number
}

/** Any edit. */
export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...kinds),
  at: fc.nat({ max: 20 }),
  size: fc.integer({ min: 1, max: 6 }),
})

function element(name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name)
  made.insert(0, children)
  return made
}

const paragraph = (words: string) => element('paragraph', new Y.XmlText(words))

function textsIn(parent: Y.XmlFragment): Y.XmlText[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? textsIn(child) : []
  })
}

/** Makes an edit in a document of Parley's schema; one that finds nothing to change changes nothing. */
export function perform(doc: Y.Doc, { kind, at, size }: Edit): void {
  const root = doc.getXmlFragment('content')
  const texts = textsIn(root)
  const text = texts[at % Math.max(1, texts.length)]
  const from = text === undefined ? 0 : at % (text.length + 1)
  const length = Math.min(size, (text?.length ?? 0) - from)
  const place = Math.min(root.length, 1 + (at % Math.max(1, root.length)))
  doc.transact(() => {
    switch (kind) {
      case 'type':
        return text?.insert(from, 'words '.repeat(size))
      case 'delete':
        return length > 0 ? text?.delete(from, length) : undefined
      case 'bold':
        return length > 0 ? text?.format(from, length, { bold: {} }) : undefined
      case 'link':
        return length > 0 ? text?.format(from, length, { link: { href: 'https://example.org' } }) : undefined
      case 'paragraph':
        return root.insert(place, [paragraph('another')])
      case 'heading': {
        const heading = element('heading', new Y.XmlText('heading'))
        // reason: attributes hold any value of JSON, which the type does not say
        heading.setAttribute('level', ((size % 3) + 1) as unknown as string)
        return root.insert(place, [heading])
      }
      case 'list':
        return root.insert(place, [element('bulletList', element('listItem', paragraph('item')))])
      case 'table': {
        const row = () => element('tableRow', element('tableCell', paragraph('cell')))
        return root.insert(place, [element('table', ...Array.from({ length: size }, row))])
      }
      case 'attribute': {
        const block = root.get(at % Math.max(1, root.length))
        return block instanceof Y.XmlElement && block.nodeName === 'heading'
          ? block.setAttribute('level', ((size % 3) + 1) as unknown as string)
          : undefined
      }
      case 'remove':
        return root.length > 1 ? root.delete(Math.min(root.length - 1, place), 1) : undefined
      default:
        return kind satisfies never
    }
  })
}

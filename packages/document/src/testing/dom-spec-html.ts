import { DOMSerializer, type Node } from '@tiptap/pm/model'
import { escapeHtml } from '../html/escape.ts'

/**
 * HTML by ProseMirror's own serializer from the schema's `toDOM`, on the few DOM methods it calls: the reference that
 * static HTML has to equal.
 */
export function referenceHtml(doc: Node): string {
  const root = new Element('')
  DOMSerializer.fromSchema(doc.type.schema).serializeFragment(
    doc.content,
    { document: documentOf() } as never, // reason: a stand-in for the DOM's Document
    root as never, // reason: a stand-in for the DOM's Element
  )
  return root.children.map(String).join('')
}

class Element {
  readonly nodeType = 1
  readonly name: string
  readonly attributes = new Map<string, string>()
  readonly children: (Element | string)[] = []

  constructor(name: string) {
    this.name = name
  }

  appendChild(child: Element | string) {
    if (!this.children.includes(child) || typeof child === 'string') this.children.push(child)
    return child
  }

  setAttribute(name: string, value: unknown) {
    this.attributes.set(name, String(value))
  }

  toString(): string {
    const attributes = Array.from(this.attributes, ([name, value]) => ` ${name}="${escapeHtml(value)}"`).join(
      '',
    )
    return this.name === 'br'
      ? `<br${attributes}>`
      : `<${this.name}${attributes}>${this.children.map(String).join('')}</${this.name}>`
  }
}

const documentOf = () => ({
  createElement: (name: string) => new Element(name),
  createTextNode: escapeHtml,
  createDocumentFragment: () => new Element(''),
})

import * as Y from 'yjs'
import { type Bomb, item, own, structs } from './bomb.ts'

const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']
const own0 = Y.createID(own, 0)
const paragraph = () => item(0, new Y.ContentType(new Y.XmlElement('paragraph')))
const polluting = JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')

/** Names that mean something to JavaScript, to Yjs or to a browser. */
export const names: readonly Bomb[] = [
  ...keys.flatMap((key) => [
    structs(`an attribute ${key}`, () => [
      paragraph(),
      item(1, new Y.ContentAny([1]), { parent: own0, key }),
    ]),
    structs(`a mark ${key}`, () => [item(0, new Y.ContentFormat(key, { a: 1 }))]),
    structs(`an element ${key}`, () => [item(0, new Y.ContentType(new Y.XmlElement(key)))]),
    structs(`a root ${key}`, () => [item(0, new Y.ContentString('x'), { parent: key })]),
  ]),
  structs('a value with a prototype', () => [
    paragraph(),
    item(1, new Y.ContentAny([polluting]), { parent: own0, key: 'align' }),
  ]),
  structs('a mark with a prototype', () => [item(0, new Y.ContentFormat('link', polluting))]),
  structs('a script', () => [item(0, new Y.ContentType(new Y.XmlElement('script')))]),
  structs('a hook', () => [item(0, new Y.ContentType(new Y.XmlHook('hook')))]),
  structs('a document in the document', () => [item(0, new Y.ContentDoc(new Y.Doc()))]),
  structs('bytes', () => [item(0, new Y.ContentBinary(new Uint8Array(100_000)))]),
  structs('U+0000', () => [item(0, new Y.ContentString('a\u0000b'))]),
  structs('a lone surrogate', () => [item(0, new Y.ContentFormat('link', { href: '\ud800' }))]),
]

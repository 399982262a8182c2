import type { PersonId } from '@parley/model'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import type { StoredEntry } from '../journal.ts'
import type { Peer } from './peer.ts'

const place = (client: number, clock: number) => `${client}:${clock}`

/** Who, as the clients themselves know it, inserted under which client id and deleted which characters. */
export class Attribution {
  readonly #writers = new Map<number, PersonId>()
  readonly #deleters = new Map<string, Set<PersonId>>()

  /** Listens to what a peer's person does from now on. */
  follow(peer: Peer): void {
    this.#writers.set(peer.doc.clientID, peer.person.id)
    peer.doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (transaction.origin === peer) return
      for (const [client, ranges] of transaction.deleteSet.clients) {
        for (const { clock, len } of ranges) {
          for (let at = clock; at < clock + len; at++) this.#deleted(client, at, peer.person.id)
        }
      }
    })
  }

  /**
   * What entries claim that nobody did. Only characters are deleted by people, marks also by Yjs when it tidies up; who
   * deletes a block deletes what stands in it, seen or not.
   */
  falseClaims(entries: readonly StoredEntry[]): readonly string[] {
    const doc = new Y.Doc({ gc: false })
    return entries.flatMap((entry) => {
      Y.applyUpdate(doc, entry.update)
      const { author } = entry
      if (author.type === 'system') return []
      const inserted = [...Y.parseUpdateMeta(entry.update).to.keys()]
        .filter((client) => this.#writers.get(client) !== author.person)
        .map((client) => `${author.person} inserted as ${client}`)
      const deleted = [...deletedIn(entry.deleted)]
        .filter((id) => isCharacter(doc, id) && !this.#hasDeleted(author.person, doc, id))
        .map((id) => `${author.person} deleted ${place(id.client, id.clock)}`)
      return [...inserted, ...deleted]
    })
  }

  #hasDeleted(person: PersonId, doc: Y.Doc, id: Y.ID): boolean {
    if (this.#deleters.get(place(id.client, id.clock))?.has(person)) return true
    const { parent } = Y.getItem(doc.store, id)
    const container = parent instanceof Y.AbstractType ? parent._item : null
    return container !== null && this.#hasDeleted(person, doc, container.id)
  }

  #deleted(client: number, clock: number, person: PersonId): void {
    const key = place(client, clock)
    const deleters = this.#deleters.get(key) ?? new Set()
    this.#deleters.set(key, deleters.add(person))
  }
}

function isCharacter(doc: Y.Doc, id: Y.ID): boolean {
  const item = Y.getItem(doc.store, id)
  return item instanceof Y.Item && item.content instanceof Y.ContentString
}

function* deletedIn(bytes: Uint8Array): Generator<Y.ID> {
  if (bytes.length === 0) return
  const decoder = decoding.createDecoder(bytes)
  for (let clients = decoding.readVarUint(decoder); clients > 0; clients--) {
    const client = decoding.readVarUint(decoder)
    for (let ranges = decoding.readVarUint(decoder); ranges > 0; ranges--) {
      const start = decoding.readVarUint(decoder)
      const length = decoding.readVarUint(decoder)
      for (let clock = start; clock < start + length; clock++) yield Y.createID(client, clock)
    }
  }
}

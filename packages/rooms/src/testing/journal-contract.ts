import type { PartyId, PersonId, TextContent, TextId } from '@parley/model'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Access, Author } from '../access.ts'
import { genesis } from '../chain.ts'
import type { AppendOutcome, Decision, Entry, Journal, StoredEntry } from '../journal.ts'
import { brokenLink, contentOf, entry, Writer } from './contract-writer.ts'

/** What the suite injects into the journal it tests. */
export interface ContractOptions {
  readonly access: (person: PersonId, text: TextId) => Access
  /** To be called once inside each appending transaction, before it commits. */
  readonly onAppend: (text: TextId, content: TextContent, hook: string) => string
}

/** A journal on an empty store of its own, and what the suite needs around it. */
export interface JournalHarness {
  readonly journal: Journal<string, string>
  /** A second server's journal on the same store; the same object where the store has one server only. */
  readonly other: Journal<string, string>
  /** A text without entries. */
  createText(): Promise<TextId>
  removeText(text: TextId): Promise<void>
  /** Two people of two parties, present in the store as far as it demands. */
  readonly people: readonly [Actor, Actor]
  /** The text's plain content as stored, or `null` before the first entry. */
  content(text: TextId): Promise<TextContent | null>
  close(): Promise<void>
}

interface Actor {
  readonly person: PersonId
  readonly party: PartyId
}

const write = (actor: Actor): Access => ({
  type: 'write',
  membership: { party: actor.party, partyKind: 'client', partyName: 'Client' },
})

/** Rules J1-J13 of SPEC.md, to be called by the tests of every implementation of `Journal`. */
export function journalContract(
  name: string,
  makeJournal: (options: ContractOptions) => Promise<JournalHarness>,
): void {
  describe(`journal contract: ${name}`, () => {
    let harness: JournalHarness
    let access: (person: PersonId, text: TextId) => Access
    let onAppend: ContractOptions['onAppend']

    beforeEach(async () => {
      access = (person) => write(harness.people.find((actor) => actor.person === person) ?? harness.people[0])
      onAppend = (_text, _content, hook) => `effect of ${hook}`
      harness = await makeJournal({
        access: (person, text) => access(person, text),
        onAppend: (text, content, hook) => onAppend(text, content, hook),
      })
    })
    afterEach(() => harness.close())

    const by = (index: 0 | 1): Author => ({ type: 'person', ...harness.people[index] })

    it('J1 gives an empty text as seq 0 with the genesis hash, and an unknown one as absent', async () => {
      const text = await harness.createText()
      expect(await harness.journal.load(text)).toEqual({
        type: 'loaded',
        head: { seq: 0, hash: genesis },
        updates: [],
        clients: new Map(),
      })
      await harness.removeText(text)
      expect(await harness.journal.load(text)).toEqual({ type: 'absent' })
      const decide = (): Decision<string> => {
        throw new Error('must not be asked')
      }
      const outcome = await harness.journal.append({ text, knownSeq: 0, people: [] }, decide)
      expect(outcome).toEqual({ type: 'refused', why: 'absent' })
    })

    it('J2 keeps what was appended, in order, with authors, deletions and client ids', async () => {
      const text = await harness.createText()
      const writer = new Writer(11)
      const first = await append(text, 0, [entry(by(0), writer.type('Hello'), [11])])
      const second = await append(text, 1, [
        entry(by(1), writer.type(' there')),
        entry({ type: 'system' }, writer.erase(0, 1), [], Uint8Array.of(1, 11, 1, 0, 1)),
      ])
      expect([first.head.seq, second.head.seq]).toEqual([1, 3])
      const stored = await harness.journal.entries(text, 0, 10)
      expect(stored.map(({ seq, author, clients, deleted }) => ({ seq, author, clients, deleted }))).toEqual([
        { seq: 1, author: by(0), clients: [11], deleted: new Uint8Array() },
        { seq: 2, author: by(1), clients: [], deleted: new Uint8Array() },
        { seq: 3, author: { type: 'system' }, clients: [], deleted: Uint8Array.of(1, 11, 1, 0, 1) },
      ])
      expect(await words(text)).toBe('ello there')
      const loaded = await harness.journal.load(text)
      expect(loaded.type === 'loaded' && loaded.clients).toEqual(new Map([[11, harness.people[0].person]]))
    })

    it('J3 chains every entry to the one before and gives the head as stored', async () => {
      const text = await harness.createText()
      const writer = new Writer(12)
      await append(text, 0, [entry(by(0), writer.type('a')), entry(by(0), writer.type('b'))])
      const last = await append(text, 2, [entry(by(0), writer.type('c'))])
      const stored = await harness.journal.entries(text, 0, 10)
      expect(brokenLink(text, stored)).toBe(null)
      expect(last.head).toEqual({ seq: 3, hash: stored[2]?.hash })
      expect(last.at).toBe(stored[2]?.at)
      expect(new Date(last.at).toISOString()).toBe(last.at)
      const loaded = await harness.journal.load(text)
      expect(loaded.type === 'loaded' && loaded.head).toEqual(last.head)
    })

    it('J4 stores the content with the entries and gives back what the callback made of the hook', async () => {
      const text = await harness.createText()
      const heard: unknown[] = []
      onAppend = (...all) => {
        heard.push(all)
        return 'the effect'
      }
      const outcome = await harness.journal.append({ text, knownSeq: 0, people: [] }, () => ({
        type: 'append',
        entries: [entry(by(0), new Writer(13).type('x'))],
        content: contentOf('x'),
        hook: 'the hook',
      }))
      expect(outcome).toMatchObject({ type: 'appended', effect: 'the effect' })
      expect(heard).toEqual([[text, contentOf('x'), 'the hook']])
      expect(await harness.content(text)).toEqual(contentOf('x'))
    })

    it('J5 hands over the entries that were missed', async () => {
      const text = await harness.createText()
      const writer = new Writer(14)
      await append(text, 0, [entry(by(0), writer.type('a'), [14])])
      await append(text, 1, [entry(by(1), writer.type('b'))])
      let missed: readonly StoredEntry[] = []
      const outcome = await harness.other.append({ text, knownSeq: 1, people: [] }, (view) => {
        missed = view.missed
        return { type: 'abort' }
      })
      expect(outcome).toEqual({ type: 'refused', why: 'aborted' })
      expect(missed).toEqual(await harness.journal.entries(text, 1, 10))
      expect(missed.map((each) => each.seq)).toEqual([2])
    })

    it('J6 reads access inside the transaction, for the people asked for and nobody else', async () => {
      const text = await harness.createText()
      const [first, second] = harness.people
      access = (person) => (person === first.person ? write(first) : { type: 'none' })
      const seen: Access[] = []
      await harness.journal.append({ text, knownSeq: 0, people: [first.person, second.person] }, (view) => {
        seen.push(view.access(first.person), view.access(second.person))
        return { type: 'abort' }
      })
      expect(seen).toEqual([write(first), { type: 'none' }])
      const unasked = harness.journal.append({ text, knownSeq: 0, people: [first.person] }, (view) => {
        view.access(second.person)
        return { type: 'abort' }
      })
      await expect(unasked).rejects.toThrow()
    })

    it('J7 writes nothing on abort, and nothing where decide throws', async () => {
      const text = await harness.createText()
      await append(text, 0, [entry(by(0), new Writer(15).type('a'))])
      await harness.journal.append({ text, knownSeq: 1, people: [] }, () => ({ type: 'abort' }))
      const thrown = harness.journal.append({ text, knownSeq: 1, people: [] }, () => {
        throw new Error('a bug')
      })
      await expect(thrown).rejects.toThrow('a bug')
      expect(await harness.journal.entries(text, 0, 10)).toHaveLength(1)
      const after = await append(text, 1, [entry(by(0), new Writer(16).type('b'))])
      expect(after.head.seq).toBe(2)
    })

    it('J8 writes nothing where the callback throws', async () => {
      const text = await harness.createText()
      onAppend = () => {
        throw new Error('a bug in the callback')
      }
      const thrown = append(text, 0, [entry(by(0), new Writer(17).type('a'))])
      await expect(thrown).rejects.toThrow('a bug in the callback')
      onAppend = () => ''
      expect(await harness.journal.entries(text, 0, 10)).toEqual([])
      expect(await harness.content(text)).toBe(null)
    })

    it('J9 lets two servers append at once without gap, loss or retry', async () => {
      const text = await harness.createText()
      const rounds = 10
      const run = async (journal: Journal<string, string>, client: number, index: 0 | 1) => {
        const doc = new Writer(client)
        let known = 0
        for (let round = 0; round < rounds; round++) {
          const outcome = await journal.append({ text, knownSeq: known, people: [] }, (view) => {
            for (const missed of view.missed) doc.apply(missed.update)
            known += view.missed.length
            const update = doc.type(String(index))
            return {
              type: 'append',
              entries: [entry(by(index), update)],
              content: contentOf(doc.words),
              hook: '',
            }
          })
          if (outcome.type !== 'appended') throw new Error(`expected appended, got ${outcome.type}`)
          known += 1
          expect(outcome.head.seq).toBe(known)
        }
      }
      await Promise.all([run(harness.journal, 21, 0), run(harness.other, 22, 1)])
      const stored = await harness.journal.entries(text, 0, 100)
      expect(stored.map((each) => each.seq)).toEqual(Array.from({ length: 2 * rounds }, (_, at) => at + 1))
      expect(brokenLink(text, stored)).toBe(null)
      expect([...(await words(text))].sort().join('')).toBe('0'.repeat(rounds) + '1'.repeat(rounds))
      expect(await harness.content(text)).toEqual(contentOf(await words(text)))
    })

    it('J10 loads from the newest checkpoint and the tail, and keeps the entries', async () => {
      const text = await harness.createText()
      const writer = new Writer(31)
      for (const [at, letter] of [...'abcd'].entries())
        await append(text, at, [entry(by(0), writer.type(letter), at === 0 ? [31] : [])])
      const state = await stateAt(text, 3)
      await harness.journal.checkpoint(text, 3, state)
      await harness.journal.checkpoint(text, 2, await stateAt(text, 2))
      const loaded = await harness.journal.load(text)
      expect(loaded).toMatchObject({ type: 'loaded', head: { seq: 4 } })
      expect(loaded.type === 'loaded' && loaded.updates).toHaveLength(2)
      expect(loaded.type === 'loaded' && loaded.updates[0]).toEqual(state)
      expect(loaded.type === 'loaded' && loaded.clients).toEqual(new Map([[31, harness.people[0].person]]))
      expect(await words(text)).toBe('abcd')
      expect(await harness.journal.entries(text, 0, 10)).toHaveLength(4)
    })

    it('J11 gives entries in order, after a seq and up to a limit', async () => {
      const text = await harness.createText()
      const writer = new Writer(41)
      await append(
        text,
        0,
        [...'abcde'].map((letter) => entry(by(0), writer.type(letter))),
      )
      const seqs = async (after: number, limit: number) =>
        (await harness.journal.entries(text, after, limit)).map((each) => each.seq)
      expect(await seqs(0, 2)).toEqual([1, 2])
      expect(await seqs(3, 10)).toEqual([4, 5])
      expect(await seqs(5, 10)).toEqual([])
    })

    it('J13 gives the effect of the newest entries to every server', async () => {
      const text = await harness.createText()
      const writer = new Writer(23)
      let appends = 0
      onAppend = () => `effect ${++appends}`
      await append(text, 0, [entry(by(0), writer.type('a'))])
      await append(text, 1, [entry(by(1), writer.type('b'))], harness.other)
      expect(await harness.journal.effect(text)).toBe('effect 2')
      expect(await harness.other.effect(text)).toBe('effect 2')
    })

    it('J12 keeps texts apart', async () => {
      const [one, two] = [await harness.createText(), await harness.createText()]
      await append(one, 0, [entry(by(0), new Writer(51).type('one'), [51])])
      await append(two, 0, [entry(by(1), new Writer(51).type('two'), [51])])
      expect([await words(one), await words(two)]).toEqual(['one', 'two'])
      const [first] = await harness.journal.entries(one, 0, 1)
      const [other] = await harness.journal.entries(two, 0, 1)
      expect(first?.previous).toEqual(genesis)
      expect(other?.previous).toEqual(genesis)
      expect(first?.hash).not.toEqual(other?.hash)
    })

    async function append(
      text: TextId,
      knownSeq: number,
      entries: readonly Entry[],
      journal: Journal<string, string> = harness.journal,
    ) {
      const outcome: AppendOutcome<string> = await journal.append({ text, knownSeq, people: [] }, () => ({
        type: 'append',
        entries,
        content: contentOf('-'),
        hook: 'hook',
      }))
      if (outcome.type !== 'appended') throw new Error(`expected appended, got ${JSON.stringify(outcome)}`)
      return outcome
    }

    async function stateAt(text: TextId, seq: number): Promise<Uint8Array> {
      return Y.mergeUpdates((await harness.journal.entries(text, 0, seq)).map((each) => each.update))
    }

    async function words(text: TextId): Promise<string> {
      const loaded = await harness.journal.load(text)
      if (loaded.type !== 'loaded') throw new Error(`expected loaded, got ${loaded.type}`)
      const writer = new Writer(1)
      for (const update of loaded.updates) writer.apply(update)
      return writer.words
    }
  })
}

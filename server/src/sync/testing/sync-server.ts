import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { paragraph, plainText, seedUpdate, textContent } from '@parley/document'
import { newId, type PartyId, type PersonId, type ProjectId, personId, type TextId } from '@parley/model'
import { type Access, type Limits, type MemoryJournal, makeMemoryJournal } from '@parley/rooms'
import type { SignedIn } from '../../account/signed-in.ts'
import type { Sight } from '../../project/viewer.ts'
import type { AcceptRateLimits } from '../accept-rate.ts'
import { makeSocketServer, makeSync, type Sync } from '../index.ts'

/** The sync endpoints on a real port, over a journal in memory and people who sign in with their name as token. */
export interface SyncServer {
  /** `ws://127.0.0.1:…` */
  readonly url: string
  readonly sync: Sync
  readonly journal: MemoryJournal<null, null>
  readonly project: ProjectId
  readonly access: Map<PersonId, Access>
  readonly signedOut: Set<string>
  readonly errors: unknown[]
  createText(words: string): Promise<TextId>
  plainText(text: TextId): string
  close(): Promise<void>
}

const party = newId<'party'>() satisfies PartyId
const membership = { party, partyKind: 'client', partyName: 'Client' } as const

/** Starts it; `limits` replace the default ones. */
export async function startSyncServer(
  limits: Partial<Limits> = {},
  acceptRate: Partial<AcceptRateLimits> = {},
): Promise<SyncServer> {
  const access = new Map<PersonId, Access>()
  const signedOut = new Set<string>()
  const errors: unknown[] = []
  const project = newId<'project'>()
  const accessOf = (person: PersonId): Access => access.get(person) ?? { type: 'write', membership }
  const journal = makeMemoryJournal<null, null>({
    access: accessOf,
    onAppend: () => null,
    now: () => new Date(),
  })

  async function authenticate(headers: Headers): Promise<SignedIn | null> {
    const name = /^Bearer (\w+)$/.exec(headers.get('authorization') ?? '')?.[1]
    if (name === undefined || signedOut.has(name)) return null
    return { id: personId(name), name, email: `${name}@example.org`, session: `session-${name}` }
  }

  const sync = makeSync<null, null>({
    journal,
    hook: () => null,
    access: async (person) => accessOf(person),
    projectOf: async () => project,
    presentText: (change) => () => ({
      type: 'text',
      text: change.text,
      seq: change.seq,
      content: change.content,
      anchors: [],
    }),
    sightOf: async (asked, person) =>
      // reason: the endpoints never look inside a sight
      asked === project && accessOf(person).type !== 'none' ? ({ person } as unknown as Sight) : null,
    presentPerson: (_viewer, other, text) => ({
      person: other.person,
      name: other.name,
      party,
      partyKind: 'client',
      role: 'editor',
      function: 'other',
      text,
    }),
    authenticate,
    isOwnOrigin: (headers) => headers.get('origin') === null,
    addressOf: () => '127.0.0.1',
    colorOf: () => '#123456',
    onError: (error) => errors.push(error),
    limits,
    acceptRate,
  })
  const server = serve({
    fetch: sync.routes.fetch,
    port: 0,
    hostname: '127.0.0.1',
    websocket: { server: makeSocketServer() },
  })
  await new Promise<void>((resolve) => server.once('listening', () => resolve()))
  const { port } = server.address() as AddressInfo

  return {
    url: `ws://127.0.0.1:${port}`,
    sync,
    journal,
    project,
    access,
    signedOut,
    errors,
    async createText(words) {
      const text = newId<'text'>()
      journal.create(text)
      const content = textContent('Title', [paragraph(words)])
      const update = seedUpdate(content, 4_000_000_000)
      await journal.append({ text, knownSeq: 0, people: [] }, () => ({
        type: 'append',
        entries: [{ author: { type: 'system' }, update, deleted: new Uint8Array(), clients: [] }],
        content,
        hook: null,
      }))
      return text
    },
    plainText(text) {
      const content = journal.content(text)
      return content === null ? '' : plainText(content)
    },
    async close() {
      await sync.close(1_000)
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

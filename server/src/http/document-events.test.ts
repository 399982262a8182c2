import type { ProjectId, TextId } from '@parley/model'
import type { SyncEvent } from '@parley/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Multiplexed, stockProvider, synced } from '../sync/testing/clients.ts'
import { expectStatus, password } from '../testing/people.ts'
import {
  addRequirement,
  addSection,
  answer,
  prepareRefinement,
  type Refinement,
} from '../testing/refinement.ts'
import type { TestClient } from '../testing/test-client.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

describe('what those who watch a document are told', { timeout: 30_000 }, () => {
  let server: TestServer
  let parley: Refinement
  let requirement: { id: string; text: { id: TextId } }
  let section: string
  let adaLink: Multiplexed
  let bobLink: Multiplexed

  const watch = async (client: TestClient) => {
    const { email } = (await client.get('/api/me')).body.person
    const signedIn = await client.post('/api/auth/sign-in/email', { email, password })
    const token = signedIn.headers.get('set-auth-token') ?? ''
    const link = new Multiplexed(server.url.replace('http', 'ws'), token)
    await link.heard('hello')
    link.tell({ type: 'watch', project: parley.project as ProjectId })
    await link.heard('watching')
    return link
  }

  beforeAll(async () => {
    server = await startTestServer()
    parley = await prepareRefinement(server)
    const { ada, base } = parley
    section = (await addSection(ada, base, 'Chapter')).id
    requirement = await addRequirement(ada, base, section, 'Backups', {
      statement: 'Copies are made every day.',
    })
    await parley.start()
    adaLink = await watch(ada)
    bobLink = await watch(parley.bob)
  })
  afterAll(async () => {
    adaLink.socket.close()
    bobLink.socket.close()
    await server.remove()
  })

  type EventOf<Type> = Extract<SyncEvent, { type: Type }>
  /** The next event from `from` on that fits. */
  const told = async <Type extends SyncEvent['type']>(
    link: Multiplexed,
    type: Type,
    fits: (event: EventOf<Type>) => boolean,
    from = 0,
  ) => {
    const isIt = (event: SyncEvent): event is EventOf<Type> => event.type === type
    const found = await link.heard(
      'event',
      ({ seq, event }) => seq > from && isIt(event) && fits(event as EventOf<Type>),
    )
    return found.event as EventOf<Type>
  }
  const lastSeq = (link: Multiplexed) =>
    link.controls.reduce((last, one) => (one.type === 'event' ? one.seq : last), 0)

  it('is the outline, live on the other side', async () => {
    const { ada, base } = parley
    const added = await addRequirement(ada, base, section, 'Fresh')
    await told(bobLink, 'requirement', (event) => event.requirement.id === added.id)
    await ada.post(`${base}/requirements/${added.id}/withdrawal`, { withdrawn: true })
    await told(
      bobLink,
      'requirement',
      (event) => event.requirement.id === added.id && event.requirement.withdrawn,
    )
    const annex = await addSection(ada, base, 'Annex')
    await told(bobLink, 'section', (event) => event.section.id === annex.id)
  })

  it('is a whole reading where a section takes many with it', async () => {
    const { ada, base } = parley
    const crowd = await addSection(ada, base, 'Crowd')
    for (let n = 0; n < 25; n++) await addRequirement(ada, base, crowd.id, `n${n}`)
    const from = lastSeq(bobLink)
    await ada.post(`${base}/sections/${crowd.id}/withdrawal`, { withdrawn: true })
    await told(bobLink, 'resync', () => true, from)
  })

  it('is an answer that has become outdated, and words that went and came back', async () => {
    const { ada, bob, base, client, provider } = parley
    await answer(ada, base, requirement.id, 'agreed')
    const thread = expectStatus(
      await bob.post(`${base}/threads`, {
        requirement: requirement.id,
        audience: [client, provider],
        anchor: { quote: 'every day' },
        body: 'Sundays too?',
      }),
      201,
    ).body
    await told(adaLink, 'thread', (event) => event.thread.id === thread.id)
    await told(
      adaLink,
      'requirement',
      (event) => event.requirement.id === requirement.id && event.requirement.threads.open === 1,
    )

    const text = requirement.text.id
    const { doc, provider: live } = stockProvider('ws://unused', text, bobLink.channelClass(text))
    await synced(live)
    const paragraph = doc.getXmlFragment('content').get(1)
    const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
    if (!(words instanceof Y.XmlText)) throw new Error('expected words')
    const history = new Y.UndoManager(words, { captureTimeout: 0 })

    words.insert(0, 'All ')
    const moved = await told(adaLink, 'text', (event) => event.text === text && event.anchors.length > 0)
    expect(moved.anchors).toEqual([{ thread: thread.id, range: { from: 30, to: 39 } }])
    const outdated = await told(
      adaLink,
      'requirement',
      ({ requirement: { id, positions } }) => id === requirement.id && positions.some((one) => one.outdated),
    )
    expect(outdated.requirement.text.content).toEqual(moved.content)

    const at = words.toString().indexOf('every day')
    words.delete(at, 'every day'.length)
    await told(
      adaLink,
      'thread',
      (event) => event.thread.id === thread.id && event.thread.anchor?.range === null,
    )
    const from = lastSeq(adaLink)
    history.undo()
    const back = await told(adaLink, 'thread', (event) => event.thread.id === thread.id, from)
    expect(back.thread.anchor).toMatchObject({ quote: 'every day', range: { from: 30, to: 39 } })
    live.destroy()
  })

  it('is a snapshot as it is taken', async () => {
    const { ada, base } = parley
    await ada.post(`${base}/snapshots`, { name: 'Half-way', note: '', kind: 'working' })
    await told(bobLink, 'snapshot', ({ snapshot }) => snapshot.name === 'Half-way')
  })
})

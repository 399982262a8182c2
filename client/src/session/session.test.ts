import { newId } from '@parley/model'
import type { SyncEvent } from '@parley/protocol'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { connectRoom } from './room-connection.ts'
import { makeSession, type Session } from './session.ts'
import { FakeRoom } from './testing/fake-room.ts'
import { FakeServer } from './testing/fake-server.ts'
import type { OpenText } from './text-pool.ts'

// The stock provider has timers of its own.
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  for (const session of sessions.splice(0)) session.close()
  vi.useRealTimers()
})

const sessions: Session[] = []

const text = newId<'text'>()

function begin() {
  const server = new FakeServer()
  const session = makeSession(server.options)
  sessions.push(session)
  server.socket.greet()
  const room = new FakeRoom(server, 'Words')
  const opened = session.openText(text, connectRoom)
  room.letIn()
  return { server, session, room, opened }
}

/** Types at the end of the paragraph. */
function type(opened: OpenText, words: string): void {
  const paragraph = opened.room.view().live.fragment.get(1)
  const words_ = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (!(words_ instanceof Y.XmlText)) throw new Error('expected a paragraph')
  words_.insert(words_.length, words)
}

/** The connection is lost and comes back, and the provider opens its channel again. */
function reconnect(server: FakeServer, room: FakeRoom): void {
  server.runTimers()
  server.socket.greet()
  vi.advanceTimersByTime(5_000)
  room.letIn()
}

const shown = (session: Session, opened: OpenText) => [session.saved(), opened.room.view().saved]

describe('an open text', () => {
  it('holds what the server has', () => {
    const { room, opened } = begin()
    const view = opened.room.view()
    expect(view).toMatchObject({ synced: true, closed: null, refused: [] })
    expect(view.live.fragment.toJSON()).toBe(room.words)
  })

  it('announces its client id and the private messages it understands', () => {
    const { server, opened } = begin()
    expect(server.socket.controls[0]).toMatchObject({
      type: 'open',
      text,
      client: opened.room.view().live.doc.clientID,
      features: ['committed', 'rejected', 'policy', 'saving'],
    })
  })

  it('is saved only when the server has committed everything', () => {
    const { session, room, opened } = begin()
    room.acknowledge()
    expect(shown(session, opened)).toEqual(['saved', 'saved'])
    type(opened, ' one')
    type(opened, ' two')
    expect(shown(session, opened)).toEqual(['saving', 'saving'])
    expect(session.hasUnacknowledged()).toBe(true)
    room.takeIn()
    room.tell({ type: 'committed', frames: 2 })
    expect(shown(session, opened)).toEqual(['saving', 'saving'])
    room.acknowledge()
    expect(shown(session, opened)).toEqual(['saved', 'saved'])
    expect(session.hasUnacknowledged()).toBe(false)
    expect(room.words).toContain('Words one two')
  })

  it('keeps what is typed offline, and is saved only after it has been committed', () => {
    const { server, session, room, opened } = begin()
    room.acknowledge()
    server.socket.drop()
    type(opened, ' offline')
    expect(shown(session, opened)).toEqual(['offline', 'offline'])
    expect(session.hasUnacknowledged()).toBe(true)
    reconnect(server, room)
    expect(shown(session, opened)).toEqual(['saving', 'saving'])
    room.acknowledge()
    expect(shown(session, opened)).toEqual(['saved', 'saved'])
    expect(room.words).toContain('Words offline')
  })

  it('keeps what is typed while signed out, and sends it after the person has signed in again', () => {
    const { server, session, room, opened } = begin()
    room.acknowledge()
    server.socket.drop('signed-out')
    type(opened, ' meanwhile')
    vi.advanceTimersByTime(60_000)
    expect(opened.room.view()).toMatchObject({ closed: null, refused: [], hasUnsaved: true })
    session.retry()
    reconnect(server, room)
    room.acknowledge()
    expect(shown(session, opened)).toEqual(['saved', 'saved'])
    expect(room.words).toContain('Words meanwhile')
  })

  it('does not take an acknowledgement of the connection before for one of this', () => {
    const { server, session, room, opened } = begin()
    type(opened, ' one')
    room.takeIn()
    server.socket.drop()
    server.runTimers()
    server.socket.greet()
    vi.advanceTimersByTime(5_000)
    server.socket.tell({ type: 'opened', channel: 2 })
    room.tell({ type: 'committed', frames: 0 })
    expect(session.hasUnacknowledged()).toBe(true)
    expect(opened.room.view().saved).toBe('saving')
  })

  it('says when the server stores nothing', () => {
    const { session, room, opened } = begin()
    room.acknowledge()
    room.tell({ type: 'saving', saving: false })
    expect(shown(session, opened)).toEqual(['not-saving', 'not-saving'])
    room.tell({ type: 'saving', saving: true })
    expect(shown(session, opened)).toEqual(['saved', 'saved'])
  })

  it('says why it may not be written', () => {
    const { room, opened } = begin()
    expect(opened.room.view().access).toEqual({ type: 'unknown' })
    room.tell({ type: 'policy', writable: false, reason: 'phase' })
    expect(opened.room.view().access).toEqual({ type: 'read-only', reason: 'phase' })
    room.tell({ type: 'policy', writable: true })
    expect(opened.room.view().access).toEqual({ type: 'writable' })
  })

  it("keeps what was refused, and begins again with the server's state as somebody new", () => {
    const { session, room, opened } = begin()
    type(opened, ' committed')
    room.acknowledge()
    const before = opened.room.view().live
    type(opened, ' refused')
    room.tell({ type: 'rejected', code: 'read-only' })
    const { live, refused } = opened.room.view()
    expect(refused).toMatchObject([{ code: 'read-only', words: ' refused' }])
    expect(JSON.stringify(refused[0]?.content)).toContain('Words committed refused')
    expect(live.doc).not.toBe(before.doc)
    expect(live.doc.clientID).not.toBe(before.doc.clientID)
    expect(session.saved()).toBe('refused')
    room.letIn()
    expect(live.fragment.toJSON()).toBe(room.words)
    expect(room.words).toContain('Words committed<')
    opened.room.dismiss(refused[0] ?? expect.unreachable())
    room.acknowledge()
    expect(shown(session, opened)).toEqual(['saved', 'saved'])
  })

  it('writes again by itself what collided with the client id of somebody else', () => {
    const { session, room, opened } = begin()
    type(opened, ' committed')
    room.acknowledge()
    const before = opened.room.view().live
    type(opened, ' and')
    type(opened, ' again')
    room.forget()
    room.tell({ type: 'rejected', code: 'client-id-taken' })
    expect(opened.room.view()).toMatchObject({ refused: [], hasUnsaved: true })
    expect(session.hasUnacknowledged()).toBe(true)
    room.writeHere('Before: ')
    room.letIn()
    const { live, refused } = opened.room.view()
    expect(live.doc.clientID).not.toBe(before.doc.clientID)
    expect(live.fragment.toJSON()).toContain('Before: Words committed and again<')
    expect(shown(session, opened)).toEqual(['saving', 'saving'])
    room.acknowledge()
    expect(refused).toEqual([])
    expect(room.words).toBe(live.fragment.toJSON())
    expect(Y.getState(room.doc.store, before.doc.clientID)).toBe(' committed'.length)
    expect(shown(session, opened)).toEqual(['saved', 'saved'])
  })

  it('keeps what collided again and again, and what no longer goes together with the text', () => {
    const { room, opened } = begin()
    type(opened, ' mine')
    for (let time = 0; time < 4; time++) {
      expect(opened.room.view().refused).toEqual([])
      room.forget()
      room.tell({ type: 'rejected', code: 'client-id-taken' })
      room.letIn()
    }
    expect(opened.room.view()).toMatchObject({ refused: [{ words: ' mine' }], hasUnsaved: false })
    const other = begin()
    type(other.opened, ' mine')
    other.room.tell({ type: 'rejected', code: 'client-id-taken' })
    other.room.restart()
    other.room.letIn()
    expect(other.opened.room.view()).toMatchObject({ refused: [{ words: ' mine' }], hasUnsaved: false })
    expect(other.opened.room.view().live.fragment.toJSON()).not.toContain('mine')
  })

  it('goes on as somebody new where another connection took over its client id', () => {
    const { room, opened } = begin()
    room.acknowledge()
    const before = opened.room.view().live.doc.clientID
    type(opened, ' perhaps')
    room.close('replaced')
    const { live, closed, refused } = opened.room.view()
    expect(closed).toBe(null)
    expect(refused).toMatchObject([{ code: 'client-id-taken', words: ' perhaps' }])
    expect(live.doc.clientID).not.toBe(before)
    room.letIn()
    room.acknowledge()
    expect(opened.room.view()).toMatchObject({ synced: true, saved: 'saved', hasUnsaved: false })
  })

  it('keeps what can never be saved when it is closed for good', () => {
    const { server, session, room, opened } = begin()
    room.acknowledge()
    type(opened, ' last words')
    room.close('not-found')
    expect(opened.room.view()).toMatchObject({ closed: 'not-found', refused: [{ words: ' last words' }] })
    expect([session.saved(), session.hasUnacknowledged()]).toEqual(['refused', true])
    const opens = server.socket.controls.length
    vi.advanceTimersByTime(60_000)
    expect(server.socket.controls).toHaveLength(opens)
  })

  it('comes back after a close that is not for good', () => {
    const { session, room, opened, server } = begin()
    room.acknowledge()
    room.close('unavailable')
    type(opened, ' meanwhile')
    expect([session.saved(), opened.room.view().waiting]).toEqual(['offline', 'unavailable'])
    vi.advanceTimersByTime(5_000)
    room.letIn()
    room.acknowledge()
    expect(opened.room.view()).toMatchObject({ saved: 'saved', closed: null, waiting: null })
    expect(room.words).toContain('meanwhile')
    expect(server.sockets).toHaveLength(1)
  })

  it('does not relay the presence of others', () => {
    const { room, opened } = begin()
    room.takeIn()
    const { awareness } = opened.room.view().live
    const before = room.presence
    awareness.states.set(99, { user: {} })
    awareness.meta.set(99, { clock: 1, lastUpdated: 0 })
    awareness.emit('update', [{ added: [99], updated: [], removed: [] }, 'remote'])
    room.takeIn()
    expect(room.presence).toBe(before)
    awareness.setLocalStateField('cursor', null)
    room.takeIn()
    expect(room.presence).toBe(before + 1)
  })
})

describe('the open texts of a tab', () => {
  it('are shared and stay for a while after the last release', () => {
    const { server, session, room, opened } = begin()
    room.acknowledge()
    const again = session.openText(text, connectRoom)
    expect(again.room).toBe(opened.room)
    opened.release()
    opened.release()
    again.release()
    expect(session.openText(text, connectRoom).room).toBe(opened.room)
    server.runTimers()
    expect(server.socket.controls.filter((message) => message.type === 'close')).toEqual([])
  })

  it('are closed in the end, and opened anew', () => {
    const { server, session, room, opened } = begin()
    room.acknowledge()
    opened.release()
    server.runTimers()
    expect(server.socket.controls.at(-1)).toEqual({ type: 'close', channel: 1 })
    expect(session.openText(text, connectRoom).room).not.toBe(opened.room)
  })

  it('are never closed while they hold what is unsaved or refused', () => {
    const { server, session, room, opened } = begin()
    room.acknowledge()
    type(opened, ' unsaved')
    opened.release()
    for (let time = 0; time < 5; time++) server.runTimers()
    room.tell({ type: 'rejected', code: 'read-only' })
    for (let time = 0; time < 5; time++) server.runTimers()
    expect(session.saved()).toBe('refused')
    const { refused } = session.openText(text, connectRoom).room.view()
    expect(refused).toHaveLength(1)
  })

  it('tell which of them hold something refused, when that changes', () => {
    const { session, room, opened } = begin()
    let changes = 0
    session.subscribeRefused(() => {
      changes += 1
    })
    type(opened, ' unsaved')
    expect([[...session.refusedTexts()], changes]).toEqual([[], 0])
    room.tell({ type: 'rejected', code: 'read-only' })
    expect([[...session.refusedTexts()], changes]).toEqual([[text], 1])
    opened.room.dismiss(opened.room.view().refused[0] ?? expect.unreachable())
    expect([[...session.refusedTexts()], changes]).toEqual([[], 2])
  })

  it('are ended with the link for good, and keep what was typed', () => {
    const { server, session, room, opened } = begin()
    room.acknowledge()
    type(opened, ' late')
    server.socket.drop('outdated')
    expect([session.saved(), session.hasUnacknowledged()]).toEqual(['ended', true])
    expect(opened.room.view()).toMatchObject({
      closed: 'outdated',
      refused: [{ code: 'outdated-schema', words: ' late' }],
    })
  })

  it('tell whoever listens', () => {
    const { session, room, opened } = begin()
    let changes = 0
    const stop = session.subscribe(() => {
      changes += 1
    })
    type(opened, 'x')
    room.acknowledge()
    expect(changes).toBeGreaterThanOrEqual(2)
    stop()
    const before = changes
    type(opened, 'y')
    expect(changes).toBe(before)
  })
})

describe('a watched project', () => {
  const project = newId<'project'>()

  it('is read again at the beginning and after every loss', () => {
    const { server, session } = begin()
    const events: SyncEvent[] = []
    session.watch(project, (event) => events.push(event))
    server.socket.tell({ type: 'watching', project })
    server.socket.tell({ type: 'event', seq: 1, event: { type: 'people' } })
    server.socket.drop()
    server.runTimers()
    server.socket.greet()
    server.socket.tell({ type: 'watching', project })
    expect(events).toEqual([{ type: 'resync' }, { type: 'people' }, { type: 'resync' }])
  })

  it('is left when it is none of theirs', () => {
    const { server, session } = begin()
    const events: SyncEvent[] = []
    session.watch(project, (event) => events.push(event))
    server.socket.tell({ type: 'not-watching', project })
    expect(events).toEqual([{ type: 'left', project }])
  })

  it('is heard by the last who watches only, and by nobody after', () => {
    const { server, session } = begin()
    const [first, second]: [SyncEvent[], SyncEvent[]] = [[], []]
    const stopFirst = session.watch(project, (event) => first.push(event))
    const stop = session.watch(newId<'project'>(), (event) => second.push(event))
    stopFirst()
    server.socket.tell({ type: 'event', seq: 1, event: { type: 'people' } })
    stop()
    server.socket.tell({ type: 'event', seq: 2, event: { type: 'people' } })
    expect([first, second]).toEqual([[], [{ type: 'people' }]])
    expect(server.socket.controls.at(-1)).toEqual({ type: 'unwatch' })
  })
})

import type { TextId } from '@parley/model'
import type { CloseReason } from '@parley/protocol'
import type { Access, Person } from './access.ts'
import { Beat } from './beat.ts'
import type { EditOutcome, EditWork } from './gate/work.ts'
import { HeavyLane } from './heavy-lane.ts'
import type { RoomsOptions } from './options.ts'
import { PersonShares } from './person-shares.ts'
import { Room } from './room.ts'
import type { Joiner } from './session.ts'

/** A session that was let in. */
export interface JoinedSession {
  /** Takes one frame of the y-websocket protocol. */
  receive(frame: Uint8Array): void
  /** To be called once when the connection is gone. */
  leave(): void
}

export type JoinOutcome =
  | { readonly type: 'joined'; readonly session: JoinedSession }
  | { readonly type: 'closed'; readonly reason: CloseReason }

/** The texts that are open on this server. */
export interface Rooms {
  join(text: TextId, joiner: Joiner): Promise<JoinOutcome>
  /** Changes a text for a person through the gate; `change` runs on the live document and must not wait. */
  edit(text: TextId, person: Person, change: EditWork['change']): Promise<EditOutcome>
  /** To be called after rights to a text may have changed; without a text, for all that are open. */
  recheck(text?: TextId): Promise<void>
  /** The texts that are open. */
  open(): readonly TextId[]
  /** Ends all sessions with `going-away` after what waits is stored, or after `patience` milliseconds. */
  close(patience: number): Promise<void>
}

type Opened<Hook, Effect> = Room<Hook, Effect> | 'not-found' | 'unavailable'

/** Makes the rooms of one server. */
export function makeRooms<Hook, Effect>(options: RoomsOptions<Hook, Effect>): Rooms {
  const { journal, limits, scheduler, onError } = options
  const lane = new HeavyLane(scheduler, limits)
  const shares = new PersonShares(limits, () => scheduler.now())
  const roomOptions = { ...options, lane, beat: new Beat(scheduler, limits), shares }
  const rooms = new Map<TextId, Room<Hook, Effect>>()
  const opening = new Map<TextId, Promise<Opened<Hook, Effect>>>()
  let isClosing = false
  let callOffTick = scheduler.after(limits.tick, tick)

  function tick(): void {
    for (const room of rooms.values()) room.tick()
    callOffTick = scheduler.after(limits.tick, tick)
  }

  async function opened(text: TextId): Promise<Opened<Hook, Effect>> {
    const room = rooms.get(text)
    if (room !== undefined) return room
    const begun = opening.get(text)
    if (begun !== undefined) return begun
    const loading = load(text).finally(() => opening.delete(text))
    opening.set(text, loading)
    return loading
  }

  async function load(text: TextId): Promise<Opened<Hook, Effect>> {
    const loaded = await journal.load(text)
    if (isClosing) return 'unavailable'
    if (loaded.type === 'absent') return 'not-found'
    if (loaded.type === 'unavailable') {
      onError(loaded.error, text)
      return 'unavailable'
    }
    const room = new Room(text, loaded, roomOptions, {
      empty: () => unloadLater(room),
      gone: () => forget(room),
    })
    rooms.set(text, room)
    unloadLater(room)
    return room
  }

  /** The room of a text that is there to stay for as long as the caller does not wait. */
  async function live(text: TextId): Promise<Opened<Hook, Effect>> {
    for (;;) {
      const room = await opened(text)
      if (typeof room === 'string' || rooms.get(text) === room) return room
    }
  }

  function forget(room: Room<Hook, Effect>): void {
    unloading.get(room)?.()
    unloading.delete(room)
    if (rooms.get(room.text) === room) rooms.delete(room.text)
  }

  const unloading = new Map<Room<Hook, Effect>, () => void>()

  function unloadLater(room: Room<Hook, Effect>): void {
    unloading.get(room)?.()
    unloading.set(
      room,
      scheduler.after(limits.idle, () => void unload(room)),
    )
  }

  async function unload(room: Room<Hook, Effect>): Promise<void> {
    unloading.delete(room)
    if (!room.isIdle || rooms.get(room.text) !== room) return
    await room.checkpoint(limits.checkpointEntries / 4)
    if (!room.isIdle || rooms.get(room.text) !== room) return
    forget(room)
    room.close('going-away')
  }

  async function accessOf(room: Room<Hook, Effect>, person: Person): Promise<Access> {
    for (;;) {
      const { generation } = room
      const access = await options.access(person.id, room.text)
      if (generation === room.generation) return access
    }
  }

  return {
    open: () => [...rooms.keys()],

    async join(text, joiner) {
      try {
        const room = await live(text)
        if (room === 'not-found' || room === 'unavailable') return { type: 'closed', reason: room }
        const access = await accessOf(room, joiner.person)
        if (access.type === 'none') return { type: 'closed', reason: 'not-found' }
        if (rooms.get(text) !== room) return { type: 'closed', reason: 'going-away' }
        const session = room.join(joiner, access)
        if (typeof session === 'string') return { type: 'closed', reason: session }
        return {
          type: 'joined',
          session: {
            receive: (frame) => room.receive(session, frame),
            leave: () => room.leave(session),
          },
        }
      } catch (error) {
        onError(error, text)
        return { type: 'closed', reason: 'unavailable' }
      }
    },

    async edit(text, person, change) {
      const room = await live(text)
      if (room === 'not-found') return { type: 'absent' }
      if (room === 'unavailable') return { type: 'unavailable' }
      return room.edit(person, change)
    },

    async recheck(text) {
      const concerned = text === undefined ? [...rooms.values()] : [rooms.get(text)]
      for (const room of concerned) {
        try {
          await room?.recheck()
        } catch (error) {
          if (room !== undefined) onError(error, room.text)
        }
      }
    },

    async close(patience) {
      isClosing = true
      callOffTick()
      for (const callOff of unloading.values()) callOff()
      const until = scheduler.now() + patience
      while (scheduler.now() < until && [...rooms.values()].some((room) => !room.isSettled))
        await new Promise<void>((resolve) => void scheduler.after(10, resolve))
      for (const room of rooms.values()) {
        await room.checkpoint(limits.checkpointEntries / 4)
        room.close('going-away')
      }
      rooms.clear()
    },
  }
}

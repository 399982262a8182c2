import type { TextId } from '@parley/model'
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { connectRoom, type RoomConnection, type RoomView } from './room-connection.ts'
import { useSession } from './use-session.ts'

/** An open text while the component is there; `null` before it is open. */
export function useOpenText(text: TextId): RoomConnection | null {
  const session = useSession()
  const [room, setRoom] = useState<RoomConnection | null>(null)
  useEffect(() => {
    const opened = session.openText(text, connectRoom)
    setRoom(opened.room)
    return () => {
      setRoom(null)
      opened.release()
    }
  }, [session, text])
  return room
}

/** What is known of an open text, so far as it does not change with every letter. */
export interface SteadyRoomView extends Omit<RoomView, 'saved' | 'hasUnsaved'> {
  /** Whether the server keeps the room closed while something waits to be saved in it. */
  readonly isHeldUp: boolean
}

/** What is known of an open text; rendered again when it changes. */
export function useRoomView(room: RoomConnection): SteadyRoomView {
  const read = useMemo(() => {
    let kept = steady(room.view())
    return () => {
      const now = steady(room.view())
      if (!isAlike(kept, now)) kept = now
      return kept
    }
  }, [room])
  return useSyncExternalStore(room.subscribe, read)
}

const steady = ({ saved: _, hasUnsaved, ...view }: RoomView): SteadyRoomView => ({
  ...view,
  isHeldUp: hasUnsaved && view.waiting !== null,
})

const isAlike = (one: SteadyRoomView, other: SteadyRoomView): boolean =>
  (Object.keys(one) as (keyof SteadyRoomView)[]).every((key) => Object.is(one[key], other[key]))

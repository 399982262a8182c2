import type { TextId } from '@parley/model'
import { useEffect, useState, useSyncExternalStore } from 'react'
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

/** What is known of an open text, re-rendered when it changes. */
export function useRoomView(room: RoomConnection): RoomView {
  return useSyncExternalStore(room.subscribe, room.view)
}

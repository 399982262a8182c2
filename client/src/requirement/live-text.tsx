import type { TextId } from '@parley/model'
import type { ReadOnlyReason } from '@parley/protocol'
import type { Editor } from '@tiptap/react'
import { type ReactNode, useRef, useState } from 'react'
import type { CardId } from '../document/selection.ts'
import type { RoomConnection } from '../session/room-connection.ts'
import { useOpenText, useRoomView } from '../session/use-open-text.ts'
import { ClosedNote } from './closed-note.tsx'
import { ReadOnlyNote } from './read-only-note.tsx'
import { RefusedNote } from './refused-note.tsx'
import { TextEditor } from './text-editor.tsx'
import type { Chips } from './use-chips.ts'

export interface LiveTextProps {
  readonly card: CardId
  readonly text: TextId
  readonly chips: Chips
  readonly headingOffset: number
  /** Whether the reader writes here; otherwise the text only shows how others do. */
  readonly isWriting: boolean
  readonly readOnly: ReadOnlyReason | null
  /** The static text, shown until the live one is in step. */
  readonly fallback: ReactNode
}

/** A text whose room is open: others' letters and carets appear, and whoever clicked it writes. */
export function LiveText(props: LiveTextProps) {
  const room = useOpenText(props.text)
  return room ? <RoomText {...props} room={room} /> : props.fallback
}

function RoomText({ room, ...props }: LiveTextProps & { readonly room: RoomConnection }) {
  const view = useRoomView(room)
  const wasSynced = useRef<unknown>(null)
  // Once in step the editor stays, also while the connection is away: what is typed meanwhile is kept.
  if (view.synced) wasSynced.current = view.live
  const isReady = wasSynced.current === view.live
  const refusedByRoom = view.access.type === 'read-only' ? view.access.reason : null
  const readOnly = props.readOnly ?? refusedByRoom
  // An editor with an older schema would delete from the document what it does not know.
  const isOutdated = refusedByRoom === 'outdated'
  const [editor, setEditor] = useState<Editor | null>(null)
  const isWritable = readOnly === null && view.closed === null
  const isEditable = props.isWriting && isWritable
  return (
    <>
      {isReady && !isOutdated ? (
        <TextEditor
          key={view.live.doc.clientID}
          card={props.card}
          text={props.text}
          live={view.live}
          chips={props.chips}
          headingOffset={props.headingOffset}
          isWriting={props.isWriting}
          isEditable={isEditable}
          onEditor={setEditor}
        />
      ) : (
        props.fallback
      )}
      {props.isWriting && refusedByRoom && !props.readOnly && <ReadOnlyNote reason={refusedByRoom} />}
      {view.closed !== null && <ClosedNote reason={view.closed} />}
      {(props.isWriting || view.isHeldUp) && view.waiting !== null && <ClosedNote reason={view.waiting} />}
      {view.refused.map((refused) => (
        <RefusedNote
          key={view.refused.indexOf(refused)}
          card={props.card}
          text={props.text}
          refused={refused}
          isWritable={isWritable}
          onInsert={
            isEditable && editor !== null
              ? (words) => {
                  editor.view.focus()
                  editor.view.pasteText(words)
                }
              : null
          }
          onDone={() => room.dismiss(refused)}
        />
      ))}
    </>
  )
}

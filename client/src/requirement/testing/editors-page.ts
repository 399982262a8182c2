import { canonicalContent, readContent } from '@parley/document'
import type { TextContent, TextId } from '@parley/model'
import { Editor } from '@tiptap/react'
import { fromBase64, toBase64 } from 'lib0/buffer'
import { connectRoom, type RoomConnection } from '../../session/room-connection.ts'
import { makeSession, type Session } from '../../session/session.ts'
import { liveExtensions } from '../live-extensions.ts'
import { showThreadWords } from '../thread-words-plugin.ts'
import { noChips } from '../use-chips.ts'
import { editorCommands } from './editor-commands.ts'
import { HandSocket } from './hand-socket.ts'
import '../text.css'

/** What one editor has come to. */
interface EditorReading {
  readonly shown: TextContent
  readonly content: TextContent
  readonly saved: string
  readonly refused: number
}

/** One tab: the client's own session and room, and the app's editor on its document. */
interface Tab {
  readonly socket: HandSocket
  readonly session: Session
  readonly room: RoomConnection
  editor: Editor | null
}

let tabs: Tab[] = []

function open(text: TextId): Tab {
  const socket = new HandSocket()
  const session = makeSession({
    url: 'ws://by-hand/sync',
    // reason: the link uses no more of a WebSocket than this
    makeSocket: () => socket as unknown as WebSocket,
    random: Math.random,
    after: () => () => {},
  })
  return { socket, session, room: session.openText(text, connectRoom).room, editor: null }
}

/** Puts an editor on the text, set up as the app does it. */
function mount(tab: Tab): Editor {
  const { live } = tab.room.view()
  const element = document.createElement('div')
  document.body.append(element)
  const editor = new Editor({
    element,
    extensions: liveExtensions({ live, headingOffset: 2, chips: () => noChips, titlePlaceholder: '' }),
    enableContentCheck: false,
    editorProps: { attributes: { class: 'text' } },
  })
  showThreadWords(editor, [])
  return editor
}

const editorOf = (tab: number): Editor => {
  const editor = tabs[tab]?.editor
  if (!editor) throw new Error(`expected an editor ${tab}`)
  return editor
}

const frameDrawn = () => new Promise((resolve) => requestAnimationFrame(resolve))

/** Several tabs of the app in one page, each with the real editor; what they send goes where the test takes it. */
const editorsPage = {
  commands: Object.keys(editorCommands),

  open(text: TextId, count: number): void {
    for (const { editor, session } of tabs) {
      editor?.destroy()
      session.close()
    }
    document.body.replaceChildren()
    tabs = Array.from({ length: count }, () => open(text))
  },

  mount(): void {
    for (const tab of tabs) tab.editor = mount(tab)
  },

  /** Delivers frames to each tab and gives what each has sent; where there are none, what came up until all is drawn. */
  async exchange(incoming: readonly (readonly string[])[]): Promise<readonly (readonly string[])[]> {
    for (const [at, frames] of incoming.entries())
      for (const frame of frames) tabs[at]?.socket.give(fromBase64(frame))
    if (incoming.every((frames) => frames.length === 0)) {
      await frameDrawn()
      await frameDrawn()
    }
    return tabs.map(({ socket }) => socket.take().map((frame) => toBase64(frame)))
  },

  run: (tab: number, command: string): boolean => editorCommands[command]?.(editorOf(tab)) ?? false,

  /** Types a letter where the caret is. */
  type: (tab: number, letter: string): boolean => editorOf(tab).commands.insertContent(letter),

  undo: (tab: number): boolean => editorOf(tab).commands.undo(),

  read: (): readonly EditorReading[] =>
    tabs.map(({ room }, at) => {
      const { live, saved, refused } = room.view()
      return {
        shown: canonicalContent(editorOf(at).state.doc.toJSON()),
        content: canonicalContent(readContent(live.doc)),
        saved,
        refused: refused.length,
      }
    }),
}

Object.assign(window, { editorsPage })

import { fragmentName } from '@parley/document'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { Channels } from './channels.ts'
import { Diary } from './diary.ts'

/** One client of one text, and what happened to it. */
export interface Client {
  readonly diary: Diary
  readonly doc: Y.Doc
  end(): void
}

/** An unmodified provider on whatever socket it is given. */
function provide(url: string, text: string, diary: Diary, Socket: unknown): Client {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${url}/sync`, text, doc, {
    disableBc: true,
    // reason: the provider is typed for the browser's class and uses what both have
    WebSocketPolyfill: Socket as typeof globalThis.WebSocket,
  })
  provider.on('sync', (isSynced: boolean) => diary.synced(isSynced))
  provider.on('connection-close', (event: CloseEvent | null) => {
    diary.ended(event?.code ?? null)
    if (event?.code === 4409) diary.refusals.push('refused')
  })
  provider.on('connection-error', () => diary.errors.push('connection-error'))
  const end = () => {
    provider.destroy()
    doc.destroy()
  }
  return { diary, doc, end }
}

/** A stock y-websocket client on the plain endpoint. */
export function stockClient(url: string, text: string, token: string, name: string): Client {
  const diary = new Diary(name)
  const Socket = class extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { authorization: `Bearer ${token}` } })
      this.on('message', () => diary.heard())
    }
  }
  return provide(url, text, diary, Socket)
}

/** A client of our own kind: each text is a channel of one socket. */
export function ownClients(
  url: string,
  token: string,
  texts: readonly (readonly [text: string, name: string])[],
): readonly Client[] {
  const channels = new Channels(url, { authorization: `Bearer ${token}` })
  return texts.map(([text, name]) => {
    const diary = new Diary(name)
    const client = provide(url, text, diary, channels.socketClass(text, diary))
    const end = () => {
      channels.end()
      client.end()
    }
    return { ...client, end }
  })
}

/** What a document reads as. */
export const reading = (doc: Y.Doc): string => doc.getXmlFragment(fragmentName).toJSON()

/** Types at the end of the first paragraph. */
export function typeInto(doc: Y.Doc, letters: string): void {
  const paragraph = doc.getXmlFragment(fragmentName).get(1)
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null
  if (!(text instanceof Y.XmlText)) throw new Error('expected a paragraph with words')
  text.insert(text.length, letters)
}

import type { Multiplexed } from '../sync/testing/clients.ts'
import type { TestClient } from './test-client.ts'

/** Everything a person's programs receive. */
export interface Recorder {
  /** All bytes so far, as text. */
  heard(): string
}

/** Keeps every answer of a client and every frame of a socket, headers included. */
export function record(client: TestClient, link: Multiplexed): Recorder {
  const parts: string[] = []
  const send = client.send.bind(client)
  client.send = async (...request) => {
    const answer = await send(...request)
    parts.push(JSON.stringify([answer.status, answer.body, ...answer.headers]))
    return answer
  }
  link.socket.on('message', (data) => parts.push(Buffer.from(data as ArrayBuffer).toString('utf8')))
  return { heard: () => parts.join('\n') }
}

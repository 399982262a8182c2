import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { makePulse } from './socket.ts'

it('knows whether the other end of a socket answers', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const [accepted] = (await once(server, 'connection')) as [WebSocket]
  const isThere = makePulse(accepted)
  expect(isThere()).toBe(true)
  expect(isThere()).toBe(false)
  await once(accepted, 'pong')
  expect(isThere()).toBe(true)
  client.terminate()
  server.close()
})

import { type HttpBindings, upgradeWebSocket, type WebSocketServerLike } from '@hono/node-server'
import { type PersonId, parseId } from '@parley/model'
import { featureSchema } from '@parley/protocol'
import { Allowances, defaultLimits, type Rooms } from '@parley/rooms'
import { type Context, Hono } from 'hono'
import { WebSocket, WebSocketServer } from 'ws'
import type { SignedIn } from '../account/signed-in.ts'
import { Channel } from './channel.ts'
import { Connection, controlRate } from './connection.ts'
import type { Connections } from './connections.ts'
import type { Hub } from './hub.ts'
import { makePulse, makeSocket, type Socket } from './socket.ts'

export interface SyncRoutesOptions {
  readonly rooms: Rooms
  readonly hub: Hub
  readonly connections: Connections
  /** Asked for each new connection: whether it may begin now. */
  readonly mayBegin: (address: string) => boolean
  /** The address of the browser or program. */
  readonly addressOf: (c: Context) => string
  /** The person of a cookie or bearer token, or `null`. */
  readonly authenticate: (headers: Headers) => Promise<SignedIn | null>
  /** Whether a request comes from our own pages or from a program. */
  readonly isOwnOrigin: (headers: Headers) => boolean
  readonly onError: (error: unknown) => void
}

/** What receives an accepted socket's frames. */
interface Receiver {
  receive(frame: Uint8Array): void
  left(): void
  end(reason: Parameters<Socket['close']>[0]): void
}

/** The server that `serve` takes for upgrades; one frame fits in it, and nothing larger is read. */
export function makeSocketServer(): WebSocketServerLike {
  const maxPayload = defaultLimits.frameBytes + 1_024
  const server = new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false })
  // reason: it is one, but for how the two libraries' types write an optional option
  return server as unknown as WebSocketServerLike
}

/**
 * `GET /sync`: many rooms and events over one socket (packages/protocol/src/sync). `GET /sync/:text`: one room, plain
 * y-websocket. Whoever is not signed in is closed with 4401, since a browser learns no HTTP status of an upgrade.
 */
export function syncRoutes(options: SyncRoutesOptions): Hono {
  const { rooms, hub } = options
  const routes = new Hono()
  const controls = new Allowances<PersonId>(controlRate, Date.now)
  routes.get('/sync', (c) =>
    accept(c, options, (person, socket) => {
      const mayControl = () => controls.of(person.id).take()
      return new Connection({ person, socket, rooms, hub, mayControl })
    }),
  )
  routes.get('/sync/:text', (c) =>
    accept(c, options, (person, socket) => plainReceiver(c, rooms, person, socket)),
  )
  return routes
}

async function accept(
  c: Context,
  options: SyncRoutesOptions,
  makeReceiver: (person: SignedIn, socket: Socket) => Receiver,
): Promise<Response> {
  if (c.req.header('upgrade')?.toLowerCase() !== 'websocket')
    return c.body(null, 426, { upgrade: 'websocket' })
  const { headers } = c.req.raw
  if (!options.isOwnOrigin(headers)) return c.body(null, 403)
  // reason: before the store is asked who it is, which is what a storm would cost
  const isBusy = !options.mayBegin(options.addressOf(c))
  const person = isBusy ? null : await options.authenticate(headers)
  // reason: it writes to the request's own connection
  const { incoming } = c.env as HttpBindings
  let receiver: Receiver | null = null
  let forget: (() => void) | null = null
  const upgraded = await upgradeWebSocket(c, {
    onOpen(_event, context) {
      if (!(context.raw instanceof WebSocket)) throw new Error('expected a socket of ws')
      const socket = makeSocket(context.raw, incoming.socket)
      if (person === null) {
        socket.close(isBusy ? 'busy' : 'signed-out')
        return
      }
      forget = options.connections.add({
        person,
        authenticate: () => options.authenticate(headers),
        isThere: makePulse(context.raw),
        end: (reason) => receiver?.end(reason),
      })
      if (forget === null) {
        socket.close('too-many')
        return
      }
      const accepted = makeReceiver(person, socket)
      receiver = accepted
      // reason: an event made for each message costs more than reading it
      context.raw.on('message', (data, isBinary) => {
        try {
          // reason: a copy, since the bytes of a short message would keep all that came with it in memory
          if (isBinary && data instanceof Buffer) accepted.receive(new Uint8Array(data))
          else accepted.end('bad-message')
        } catch (error) {
          // reason: a bug of ours, met by what this connection sent; the others must not feel it
          options.onError(error)
          accepted.end('bad-message')
        }
      })
    },
    onClose() {
      receiver?.left()
      forget?.()
    },
  })
  return upgraded ?? c.body(null, 400)
}

/** One channel that is the whole socket. What a text's id must look like is told like absence. */
function plainReceiver(c: Context, rooms: Rooms, person: SignedIn, socket: Socket): Receiver {
  const channel = new Channel((reason) => socket.close(reason))
  const text = parseId<'text'>(c.req.param('text') ?? '')
  const features = (c.req.query('features') ?? '')
    .split(',')
    .map((feature) => featureSchema.safeParse(feature).data)
    .filter((feature) => feature !== undefined)
  const outlet = {
    send: (frame: Uint8Array) => socket.send(frame),
    close: () => {},
    get backlog() {
      return socket.backlog
    },
  }
  if (text === null) socket.close('not-found')
  else void channel.join(rooms, text, { person, outlet, features }, () => {})
  return {
    receive: (frame) => channel.receive(frame),
    left: () => channel.leave(),
    end(reason) {
      socket.close(reason)
      channel.leave()
    },
  }
}

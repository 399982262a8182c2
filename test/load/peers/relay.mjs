// The limit: no document, no rights, no store. Sends each frame to everybody else in the room, at once or, with WINDOW
// milliseconds, all that came in that time as one update.
import { createServer } from 'node:http'
import * as encoding from 'lib0/encoding'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'

const window = Number(process.env.WINDOW ?? 0)
const rooms = new Map()

/** Frames are y-websocket's: 0, 2, then the update with its length. */
const updateOf = (frame) => {
  let at = 2
  while (frame[at] > 127) at += 1
  return frame.subarray(at + 1)
}

const frameOf = (update) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, 0)
    encoding.writeVarUint(encoder, 2)
    encoding.writeVarUint8Array(encoder, update)
  })

const flush = (room) => {
  const frame = frameOf(Y.mergeUpdates(room.waiting))
  room.waiting = []
  for (const socket of room.sockets) socket.send(frame)
}

const server = createServer((_request, response) => response.end('ready'))
const sockets = new WebSocketServer({ server })
sockets.on('connection', (socket, request) => {
  const name = request.url
  const room = rooms.get(name) ?? { sockets: new Set(), waiting: [] }
  rooms.set(name, room)
  room.sockets.add(socket)
  socket.on('close', () => room.sockets.delete(socket))
  socket.on('message', (frame) => {
    if (window === 0) {
      for (const other of room.sockets) if (other !== socket) other.send(frame)
    } else if (room.waiting.push(updateOf(frame)) === 1) setTimeout(flush, window, room)
  })
})
server.listen(Number(process.env.PORT), '127.0.0.1')

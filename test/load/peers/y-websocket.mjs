// @y/websocket-server as its own server.js sets it up, on a current `ws`; YPERSISTENCE names the folder of y-leveldb.
import { createServer } from 'node:http'
import { setupWSConnection } from '@y/websocket-server/utils'
import { WebSocketServer } from 'ws'

const server = createServer((_request, response) => response.end('ready'))
new WebSocketServer({ server }).on('connection', setupWSConnection)
server.listen(Number(process.env.PORT), '127.0.0.1')

import { type ServerType, serve, type WebSocketServerLike } from '@hono/node-server'
import { systemScheduler } from '@parley/rooms'
import { type Logger, pino } from 'pino'
import { makeAuth, migrateAuth, personOf } from './account/auth.ts'
import { readSecret } from './account/secret.ts'
import type { App } from './app.ts'
import type { Config } from './config.ts'
import { fillDemo } from './demo/fill-demo.ts'
import { isOwnOrigin } from './http/check-origin.ts'
import { clientAddress } from './http/client-address.ts'
import { makeHttp } from './http/make-http.ts'
import { makeReaders } from './import/reading/readers.ts'
import { caretColour } from './live/caret-colour.ts'
import { projectOfText, readAccess, readAccessOf } from './live/text-access.ts'
import { makeTextNews } from './live/text-news.ts'
import { liveDocument, moveAnchors, readAnchors } from './live/thread-anchors.ts'
import { openMail } from './mail.ts'
import { presentPerson, presentText } from './present/live.ts'
import { loadSight } from './project/viewer.ts'
import { makeTextJournal, openStore } from './store/index.ts'
import { makeSocketServer, makeSync } from './sync/index.ts'

/** Milliseconds that open rooms get to store what waits when the server ends. */
const patience = 5_000

/** A server that is not listening yet. */
export interface ParleyServer {
  readonly app: App
  /** Resolves once connections are taken, with the address to show and the port. */
  listen(): Promise<{ readonly address: string; readonly port: number }>
  /** Stops taking requests, stores what waits, closes everything. */
  close(): Promise<void>
}

/** Puts the server together, in this order: store, accounts, rooms, HTTP. */
export async function makeServer(config: Config, log: Logger = makeLog(config)): Promise<ParleyServer> {
  const secret = await readSecret(config)
  const store = await openStore({ dataDir: config.dataDir, databaseUrl: config.databaseUrl ?? undefined })
  const now = () => new Date().toISOString()
  const mail = openMail(config)
  const auth = makeAuth({ config, db: store.accounts, dialect: store.kind, secret, mail, log })
  await migrateAuth(auth)
  const sync = openSync({ config, store, now, log, auth })
  const app: App = {
    config,
    store,
    now,
    log,
    secret,
    auth,
    mail,
    rooms: sync.rooms,
    events: sync.hub,
    sessions: sync,
    readers: makeReaders(),
  }
  if (config.demo) await fillDemo(app)
  const http = makeHttp(app, sync.routes)
  let server: ServerType | null = null
  return {
    app,
    listen: () =>
      new Promise((resolve, reject) => {
        server = serve(
          {
            fetch: http.fetch,
            port: config.port,
            hostname: config.host,
            websocket: { server: socketServer() },
          },
          ({ port }) => resolve({ address: shownAddress(config, port), port }),
        )
        server.once('error', reject)
      }),
    async close() {
      const closed = server && new Promise((resolve) => server?.close(resolve))
      await sync.close(patience)
      await app.readers.close()
      if (server && 'closeIdleConnections' in server) server.closeIdleConnections()
      await closed
      await store.close()
    },
  }
}

/** Rooms and events over the store: what is committed is what is shown. */
function openSync({ config, store, now, log, auth }: Pick<App, 'config' | 'store' | 'now' | 'log' | 'auth'>) {
  const onError = (error: unknown) => log.error({ err: error }, 'live text')
  const sync = makeSync({
    journal: makeTextJournal(store, {
      readAccess,
      onContent: moveAnchors,
      readEffect: readAnchors,
      now,
    }),
    hook: liveDocument,
    access: (person, text) => readAccessOf(store.db, person, text),
    projectOf: (text) => projectOfText(store.db, text),
    presentText,
    onText: (project, change) => news.changed(project, change),
    sightOf: (project, person) => loadSight(store.db, project, person),
    presentPerson,
    authenticate: async (headers) => (await personOf(auth, headers)).person,
    isOwnOrigin: (headers) => isOwnOrigin(config, headers),
    addressOf: (c) => clientAddress({ config }, c),
    colorOf: caretColour,
    limits: updateLimits(config.updatesPerSecond),
    acceptRate: { perSecond: config.connectionsPerSecond, burst: 4 * config.connectionsPerSecond },
    onError,
  })
  const news = makeTextNews({ store, events: sync.hub }, systemScheduler, onError)
  return sync
}

/** What follows from the one setting: at once ten times as much, and of a person in all texts four times as much. */
const updateLimits = (perSecond: number) => ({
  updatesPerSecond: perSecond,
  updateBurst: 10 * perSecond,
  personUpdatesPerSecond: 4 * perSecond,
  personUpdateBurst: 40 * perSecond,
})

/** reason: the types of `ws` allow options to be `undefined`, which those of the adapter do not. */
const socketServer = () => makeSocketServer() as unknown as WebSocketServerLike

function shownAddress(config: Config, port: number): string {
  return config.publicUrlGiven ? config.publicUrl : `http://localhost:${port}`
}

const makeLog = (config: Config) =>
  pino({ level: config.logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] })

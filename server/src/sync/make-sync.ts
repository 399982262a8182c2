import { randomBytes } from 'node:crypto'
import type { PersonId, ProjectId, TextId } from '@parley/model'
import {
  type Access,
  defaultLimits,
  documentFormat,
  type Journal,
  type Limits,
  type Membership,
  makeProcessBus,
  makeRooms,
  type Rooms,
  type RoomsOptions,
  systemScheduler,
  type TextChange,
} from '@parley/rooms'
import type { Context, Hono } from 'hono'
import type { SignedIn } from '../account/signed-in.ts'
import { type AcceptRateLimits, defaultAcceptRate, makeAcceptRate } from './accept-rate.ts'
import { makeConnections } from './connections.ts'
import { type Hub, makeHub } from './hub.ts'
import type { HubOptions, PresentText } from './hub-options.ts'
import { makeSignIns } from './sign-ins.ts'
import { syncRoutes } from './sync-routes.ts'

export interface SyncOptions<Hook, Effect> {
  readonly journal: Journal<Hook, Effect>
  readonly hook: RoomsOptions<Hook, Effect>['hook']
  readonly access: (person: PersonId, text: TextId) => Promise<Access>
  /** The project a text belongs to for ever, or `null` where there is none. */
  readonly projectOf: (text: TextId) => Promise<ProjectId | null>
  /** What a viewer is told of a text's new content. */
  readonly presentText: (change: TextChange<Effect>) => PresentText
  /** Told of each change after the hub, for what else follows from it. */
  readonly onText?: (project: ProjectId, change: TextChange<Effect>) => void
  readonly sightOf: HubOptions['sightOf']
  readonly presentPerson: HubOptions['presentPerson']
  readonly authenticate: (headers: Headers) => Promise<SignedIn | null>
  readonly isOwnOrigin: (headers: Headers) => boolean
  /** The address of a browser or program. */
  readonly addressOf: (c: Context) => string
  /** The colour of a person's caret, `#rrggbb`. */
  readonly colorOf: (person: PersonId, membership: Membership) => string
  readonly onError: (error: unknown) => void
  readonly limits?: Partial<Limits>
  readonly acceptRate?: Partial<AcceptRateLimits>
}

/** Everything live on one server. */
export interface Sync {
  readonly rooms: Rooms
  /** Also the `ProjectEvents` that commands publish to. */
  readonly hub: Hub
  /** `GET /sync` and `GET /sync/:text`. */
  readonly routes: Hono
  /** Decides all open sessions of a project anew, rooms and watches. */
  recheck(project: ProjectId): void
  /** Closes the sockets of a session that was signed out. */
  signedOut(session: string): void
  /** Stores what waits, within `patience` milliseconds, and ends all sockets. */
  close(patience: number): Promise<void>
}

/** Wires rooms, hub and endpoints together. */
export function makeSync<Hook, Effect>(options: SyncOptions<Hook, Effect>): Sync {
  const { onError, sightOf, presentPerson } = options
  const scheduler = systemScheduler
  const projects = new Map<TextId, ProjectId>()
  const hub = makeHub({ sightOf, presentPerson, scheduler, onError })
  const connections = makeConnections(scheduler, onError)
  const signIns = makeSignIns(options.authenticate, () => scheduler.now())

  async function projectOf(text: TextId): Promise<ProjectId | null> {
    const known = projects.get(text) ?? (await options.projectOf(text))
    if (known !== null) projects.set(text, known)
    return known
  }

  /** Tells the hub, once it is known whose text it is. */
  function inProject(text: TextId, tell: (project: ProjectId) => void): void {
    const known = projects.get(text)
    if (known !== undefined) tell(known)
    else projectOf(text).then((project) => project !== null && tell(project), onError)
  }

  const rooms = makeRooms<Hook, Effect>({
    journal: options.journal,
    bus: makeProcessBus().connect(),
    format: documentFormat,
    access: options.access,
    hook: options.hook,
    limits: { ...defaultLimits, ...options.limits },
    scheduler,
    newClient: () => randomBytes(4).readUInt32BE(),
    colorOf: options.colorOf,
    onChange: (change) =>
      inProject(change.text, (project) => {
        hub.text(project, change.text, options.presentText(change))
        options.onText?.(project, change)
      }),
    onWriters: (text, people) => inProject(text, (project) => hub.writers(project, text, people)),
    onSaving: (text, saving) => {
      if (!saving)
        onError(
          new Error(`text ${text}: the store does not take what is written; it is kept and tried again`),
        )
    },
    onError,
  })

  async function recheckRooms(project: ProjectId): Promise<void> {
    for (const text of rooms.open()) {
      // reason: where it can't be read whose text it is, one decided anew for nothing does no harm
      if ((await projectOf(text).catch(() => project)) === project) await rooms.recheck(text)
    }
  }

  return {
    rooms,
    hub,
    routes: syncRoutes({
      rooms,
      hub,
      connections,
      mayBegin: makeAcceptRate({ ...defaultAcceptRate, ...options.acceptRate }, () => scheduler.now()),
      authenticate: (headers) => signIns.of(headers),
      addressOf: options.addressOf,
      isOwnOrigin: options.isOwnOrigin,
      onError,
    }),
    recheck(project) {
      hub.recheck(project)
      recheckRooms(project).catch(onError)
    },
    signedOut(session) {
      signIns.forget()
      connections.signedOut(session)
    },
    async close(patience) {
      await rooms.close(patience)
      connections.close()
      hub.close()
    },
  }
}

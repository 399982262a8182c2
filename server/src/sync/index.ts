export type { Hub, Present, PresentText } from './hub.ts'
export type { Sync, SyncOptions } from './make-sync.ts'
export { makeSync } from './make-sync.ts'
export { makeSocketServer } from './sync-routes.ts'

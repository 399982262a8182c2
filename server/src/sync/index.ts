export type { Present, PresentText } from './hub-options.ts'
export type { Sync } from './make-sync.ts'
export { makeSync } from './make-sync.ts'
export { makeSocketServer } from './sync-routes.ts'

import type { App } from '../app.ts'
import { accountRoutes } from './account-routes.ts'
import { demoRoutes } from './demo-routes.ts'
import { documentOutlineRoutes } from './document-outline-routes.ts'
import { documentParameterRoutes } from './document-parameter-routes.ts'
import { documentRoutes } from './document-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { importRoutes } from './import-routes.ts'
import { invitationRoutes } from './invitation-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { positionRoutes } from './position-routes.ts'
import { projectRoutes } from './project-routes.ts'
import { snapshotRoutes } from './snapshot-routes.ts'
import { threadRoutes } from './thread-routes.ts'

/** The routes of every resource under `/api`; a new resource adds its function here. */
export const resourceRoutes = (app: App) => [
  accountRoutes(app),
  projectRoutes(app),
  peopleRoutes(app),
  invitationRoutes(app),
  importRoutes(app),
  documentRoutes(app),
  documentOutlineRoutes(app),
  documentParameterRoutes(app),
  threadRoutes(app),
  positionRoutes(app),
  snapshotRoutes(app),
  exportRoutes(app),
  demoRoutes(app),
]

import type { App } from '../app.ts'
import { accountRoutes } from './account-routes.ts'
import { importRoutes } from './import-routes.ts'
import { invitationRoutes } from './invitation-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { projectRoutes } from './project-routes.ts'

/** The routes of every resource under `/api`; a new resource adds its function here. */
export const resourceRoutes = (app: App) => [
  accountRoutes(app),
  projectRoutes(app),
  peopleRoutes(app),
  invitationRoutes(app),
  importRoutes(app),
]

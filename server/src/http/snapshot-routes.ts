import {
  comparisonSchema,
  snapshotSummarySchema,
  snapshotsSchema,
  takeSnapshotSchema,
  versionContentSchema,
  versionSchema,
} from '@parley/protocol'
import type { App } from '../app.ts'
import { snapshotProject } from '../commands/snapshot-project.ts'
import { presentSnapshot } from '../present/snapshot.ts'
import { compareVersions } from '../version/compare-versions.ts'
import { readSnapshots } from '../version/read-snapshots.ts'
import { readVersion } from '../version/read-version.ts'
import { apiRouter, signedIn } from './api-router.ts'
import { answers, createRoute, jsonBody, projectParams, z } from './describe.ts'
import { readingSight } from './document-sight.ts'

const tags = ['Versions']

/** Snapshots, the content of versions and what changed between two. */
export function snapshotRoutes(app: App) {
  const routes = apiRouter()

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/projects/{project}/snapshots',
      tags,
      summary: 'The snapshots one receives, newest first',
      request: { params: projectParams },
      responses: answers(200, snapshotsSchema, 'The snapshots'),
    }),
    async (c) => {
      const sight = await readingSight(app, c.req.valid('param').project, signedIn(c))
      const snapshots = await readSnapshots(app.store.db, sight.project.id)
      const received = snapshots.map((one) => presentSnapshot(one, sight)).filter((one) => one !== null)
      return c.json({ snapshots: received }, 200)
    },
  )

  routes.openapi(
    createRoute({
      method: 'post',
      path: '/projects/{project}/snapshots',
      tags,
      summary: 'Take a snapshot; "agreed" only where both parties agree to every requirement as it stands',
      request: { params: projectParams, ...jsonBody(takeSnapshotSchema) },
      responses: answers(201, snapshotSummarySchema, 'The new snapshot'),
    }),
    async (c) => {
      const { project } = c.req.valid('param')
      return c.json(await snapshotProject(app, signedIn(c), project, c.req.valid('json')), 201)
    },
  )

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/projects/{project}/versions/{version}',
      tags,
      summary: 'The whole content of a version: "now" or the number of a snapshot',
      request: { params: projectParams.extend({ version: versionSchema }) },
      responses: answers(200, versionContentSchema, 'The content'),
    }),
    async (c) => {
      const { project, version } = c.req.valid('param')
      const sight = await readingSight(app, project, signedIn(c))
      return c.json(await readVersion(app.store.db, sight, version, app.now()), 200)
    },
  )

  routes.openapi(
    createRoute({
      method: 'get',
      path: '/projects/{project}/compare',
      tags,
      summary: 'What changed from one version to another',
      request: { params: projectParams, query: z.object({ from: versionSchema, to: versionSchema }) },
      responses: answers(200, comparisonSchema, 'Requirements and sections that differ'),
    }),
    async (c) => {
      const { from, to } = c.req.valid('query')
      const sight = await readingSight(app, c.req.valid('param').project, signedIn(c))
      const read = async (version: typeof from) => ({
        version,
        content: await readVersion(app.store.db, sight, version, app.now()),
      })
      return c.json(compareVersions(await read(from), await read(to)), 200)
    },
  )
  return routes
}

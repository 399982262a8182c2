import type { ProjectId } from '@parley/model'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { permit } from '../project/permit.ts'
import { loadSight, type Sight } from '../project/viewer.ts'

/** The person's sight of a project whose document they may read; refused as absent where they may not. */
export async function readingSight(
  app: Pick<App, 'store'>,
  project: ProjectId,
  person: SignedIn,
): Promise<Sight> {
  const sight = await loadSight(app.store.db, project, person.id)
  permit(sight, 'document.read')
  return sight
}

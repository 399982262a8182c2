import type { ProjectId } from '@parley/model'
import type { ChangeProject, ProjectView } from '@parley/protocol'
import type { SignedIn } from '../account/signed-in.ts'
import type { App } from '../app.ts'
import { presentProject, projectEvent } from '../present/project.ts'
import { runCommand } from './run-command.ts'

/** Gives a project another name. */
export function renameProject(
  app: App,
  person: SignedIn,
  project: ProjectId,
  { name }: ChangeProject,
): Promise<ProjectView> {
  const request = { person: person.id, project, needs: 'project.rename' } as const
  return runCommand(app, request, 'rename-project', async (tx, context) => {
    await tx.updateTable('project').set({ name }).where('id', '=', project).execute()
    return {
      result: presentProject({ ...context, project: { ...context.project, name } }),
      entry: { name },
      events: [projectEvent],
    }
  })
}

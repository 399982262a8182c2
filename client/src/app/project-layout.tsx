import { useQuery } from '@tanstack/react-query'
import { Outlet, useMatch, useParams } from 'react-router'
import { PhaseBar } from '../project/phase-bar.tsx'
import { ProjectMenu } from '../project/project-menu.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import pageClasses from '../ui/page.module.css'
import { PageTitle } from '../ui/page-title.tsx'
import { LoadingPage } from './loading-page.tsx'
import { Main, SkipLink } from './main-content.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { isProblem } from './problem-error.ts'
import classes from './project-layout.module.css'
import { projectQuery } from './queries.ts'
import { SlotProvider, SlotTarget } from './slots.tsx'
import { TopBar } from './top-bar.tsx'
import { ProjectContext } from './use-project.ts'

export { useProject } from './use-project.ts'

/** The frame of a project's pages: its name and parties, its phase, and the slots that its pages fill. */
export function ProjectLayout() {
  const { project: id = '' } = useParams()
  const project = useQuery(projectQuery(id))
  const isDocument = useMatch('/projects/:project') !== null
  return (
    <SlotProvider>
      <SkipLink />
      <TopBar>
        {project.data && <ProjectMenu project={project.data} />}
        <div className={classes.status}>
          {project.data && <PhaseBar phase={project.data.phase} />}
          <SlotTarget name="people" className={classes.slot} />
          <SlotTarget name="saved" className={classes.slot} />
          <SlotTarget name="actions" className={classes.slot} />
        </div>
      </TopBar>
      <Main>
        {project.data ? (
          <ProjectContext value={project.data}>
            {isDocument && <PageTitle>{project.data.name}</PageTitle>}
            <Outlet />
          </ProjectContext>
        ) : project.isPending ? (
          <LoadingPage />
        ) : isProblem(project.error, 'not-found') ? (
          <NotFoundPage />
        ) : (
          <div className={pageClasses.page}>
            <ErrorNote error={project.error} onRetry={() => void project.refetch()} />
          </div>
        )}
      </Main>
    </SlotProvider>
  )
}

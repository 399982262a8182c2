import type { ProjectView } from '@parley/protocol'
import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { Outlet, useParams } from 'react-router'
import { PhaseBar } from '../project/phase-bar.tsx'
import { ProjectMenu } from '../project/project-menu.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import pageClasses from '../ui/page.module.css'
import { LoadingPage } from './loading-page.tsx'
import { Main, SkipLink } from './main-content.tsx'
import { NotFoundPage } from './not-found-page.tsx'
import { isProblem } from './problem-error.ts'
import classes from './project-layout.module.css'
import { projectQuery } from './queries.ts'
import { SlotProvider, SlotTarget } from './slots.tsx'
import { TopBar } from './top-bar.tsx'

const ProjectContext = createContext<ProjectView | null>(null)

/** The project the page is about; only below `ProjectLayout`. */
export function useProject(): ProjectView {
  const project = useContext(ProjectContext)
  if (!project) throw new Error('useProject is called outside ProjectLayout')
  return project
}

/** The frame of a project's pages: its name and parties, its phase, and the slots that its pages fill. */
export function ProjectLayout() {
  const { project: id = '' } = useParams()
  const project = useQuery(projectQuery(id))
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

import type { ProjectView } from '@parley/protocol'
import { createContext, useContext } from 'react'

/** Holds the project of the page; given by `ProjectLayout`. */
export const ProjectContext = createContext<ProjectView | null>(null)

/** The project the page is about; only below `ProjectLayout`. */
export function useProject(): ProjectView {
  const project = useContext(ProjectContext)
  if (!project) throw new Error('useProject is called outside ProjectLayout')
  return project
}

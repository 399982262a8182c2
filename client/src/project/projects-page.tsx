import { Button } from '@mantine/core'
import { IconFileText, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { LoadingPage } from '../app/loading-page.tsx'
import { meQuery, projectsQuery } from '../app/queries.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { ErrorNote } from '../ui/error-note.tsx'
import { Page } from '../ui/page.tsx'
import { ProjectRow } from './project-row.tsx'
import classes from './projects-page.module.css'

/** The projects one takes part in, and the way to a new one. */
export function ProjectsPage() {
  const { t } = useTranslation('project')
  const projects = useQuery(projectsQuery)
  const mayCreate = (useQuery(meQuery).data?.organisations.length ?? 0) > 0
  if (projects.isPending) return <LoadingPage />
  const create = (
    <Button component={Link} to="/new" leftSection={<IconPlus size={16} />}>
      {t('list.create')}
    </Button>
  )
  const isEmpty = projects.data?.length === 0
  return (
    <Page title={t('list.title')} width="wide" actions={mayCreate && !isEmpty && create}>
      <ErrorNote error={projects.error} onRetry={() => void projects.refetch()} />
      {isEmpty ? (
        <EmptyState icon={IconFileText} title={t('list.empty')} action={mayCreate && create}>
          {t(mayCreate ? 'list.emptyText' : 'list.emptyInvited')}
        </EmptyState>
      ) : (
        <ul className={classes.list}>
          {projects.data?.map((project) => (
            <ProjectRow key={project.id} project={project} />
          ))}
        </ul>
      )}
    </Page>
  )
}

import { Select } from '@mantine/core'
import type { ProjectId } from '@parley/model'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { projectsQuery } from '../app/queries.ts'

interface CopyPanelProps {
  readonly project: ProjectId | null
  readonly onChange: (project: ProjectId | null) => void
}

/** The project whose texts are copied, without its comments and people. */
export function CopyPanel({ project, onChange }: CopyPanelProps) {
  const { t } = useTranslation('wizard')
  const projects = useQuery(projectsQuery).data ?? []
  return (
    <Select
      label={t('copy.project')}
      description={t('copy.hint')}
      maw={440}
      searchable
      value={project}
      data={projects.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(value) => onChange(projects.find(({ id }) => id === value)?.id ?? null)}
    />
  )
}

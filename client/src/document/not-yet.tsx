import type { ProjectView } from '@parley/protocol'
import { IconHourglass } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../ui/empty-state.tsx'
import { Page } from '../ui/page.tsx'

/** What an invited provider sees before its phase: the project's name and who invited, nothing else. */
export function NotYet({ project }: { readonly project: ProjectView }) {
  const { t } = useTranslation('requirement')
  return (
    <Page title={project.name} width="narrow">
      <EmptyState icon={IconHourglass} title={t('notYet.title')}>
        {project.invitedBy ? t('notYet.invitedBy', { name: project.invitedBy }) : t('notYet.waiting')}
      </EmptyState>
    </Page>
  )
}

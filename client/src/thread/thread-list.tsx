import { Button } from '@mantine/core'
import type { RequirementId } from '@parley/model'
import { IconMessages } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-layout.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import classes from './thread-box.module.css'
import { ThreadBox } from './thread-box.tsx'
import { useThreads } from './thread-store.ts'

/** The threads on a requirement; resolved ones on demand. */
export function ThreadList({ requirement }: { readonly requirement: RequirementId }) {
  const { t } = useTranslation('thread')
  const project = useProject()
  const threads = useThreads(requirement)
  const [withResolved, setWithResolved] = useState(false)
  const resolved = threads.filter((thread) => thread.state === 'resolved')
  const shown = withResolved ? threads : threads.filter((thread) => thread.state === 'open')
  const offered = project.audiences.map((choice) => choice.parties.toSorted().join())
  return (
    <div className={classes.list}>
      {shown.length === 0 && (
        <EmptyState icon={IconMessages} title={t('none')}>
          {t('howTo')}
        </EmptyState>
      )}
      {shown.map((thread) => (
        <ThreadBox
          key={thread.id}
          thread={thread}
          mayWrite={offered.includes(thread.audience.toSorted().join())}
        />
      ))}
      {resolved.length > 0 && (
        <Button size="xs" variant="subtle" onClick={() => setWithResolved(!withResolved)}>
          {withResolved ? t('hideResolved') : t('showResolved', { count: resolved.length })}
        </Button>
      )}
    </div>
  )
}

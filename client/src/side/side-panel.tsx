import { Tabs } from '@mantine/core'
import type { RequirementId } from '@parley/model'
import { IconPointer } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSelectedCard } from '../document/selection.ts'
import { useFacts } from '../document/use-document.ts'
import { Composer } from '../thread/composer.tsx'
import { ThreadList } from '../thread/thread-list.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { GuidanceList } from './guidance-list.tsx'
import classes from './side-panel.module.css'

/** What belongs to the selected requirement: its threads, and the guidance it came with. */
export function SidePanel() {
  const { t } = useTranslation('thread')
  const selected = useSelectedCard()
  const requirement = useFacts(selected as RequirementId)
  if (!requirement) {
    return (
      <EmptyState icon={IconPointer} title={t('panel.nothing')}>
        {t('panel.choose')}
      </EmptyState>
    )
  }
  const { open } = requirement.threads
  return (
    <Tabs defaultValue="threads" className={classes.panel ?? ''} keepMounted={false}>
      <Tabs.List className={classes.tabs ?? ''}>
        <Tabs.Tab value="threads">
          {open > 0 ? t('panel.threadsCount', { count: open }) : t('panel.threads')}
        </Tabs.Tab>
        {requirement.hasGuidance && <Tabs.Tab value="guidance">{t('panel.guidance')}</Tabs.Tab>}
      </Tabs.List>
      <Tabs.Panel value="threads" className={classes.content ?? ''}>
        <div className={classes.scroll}>
          <ThreadList requirement={requirement.id} />
        </div>
        <div className={classes.composer}>
          <Composer key={requirement.id} requirement={requirement.id} />
        </div>
      </Tabs.Panel>
      {requirement.hasGuidance && (
        <Tabs.Panel value="guidance" className={classes.content ?? ''}>
          <div className={classes.scroll}>
            <GuidanceList requirement={requirement.id} />
          </div>
        </Tabs.Panel>
      )}
    </Tabs>
  )
}

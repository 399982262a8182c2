import { Drawer } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/use-project.ts'
import type { OutlineFilter } from '../outline/outline-filter.ts'
import { OutlinePanel } from '../outline/outline-panel.tsx'
import { useFilteredRows } from '../outline/use-filtered-rows.ts'
import { SidePanel } from '../side/side-panel.tsx'
import { DocumentColumn } from './document-column.tsx'
import classes from './document-page.module.css'
import { DocumentTopBar } from './document-top-bar.tsx'
import { RevealContext } from './reveal.ts'
import { useLinkedCard } from './use-linked-card.ts'
import { useRevealing } from './use-revealing.ts'

/** The three columns; on narrow screens the outline becomes a drawer and the side panel a sheet. */
export function DocumentFrame() {
  const project = useProject()
  const { t } = useTranslation('requirement')
  const [filter, setFilter] = useState<OutlineFilter>('all')
  const rows = useFilteredRows(filter)
  const isNarrow = useMediaQuery('(max-width: 62em)') ?? false
  const [isOutlineOpen, outline] = useDisclosure(false)
  const [isSideOpen, side] = useDisclosure(false)
  // The words come first; what stands beside them follows in the next frame.
  const hasPanels = useDeferredValue(true, false)
  const outlinePanel = hasPanels && (
    <OutlinePanel rows={rows} filter={filter} onFilter={setFilter} onJump={outline.close} />
  )
  const { isWhole, reveal } = useRevealing()
  useLinkedCard(reveal)
  return (
    <RevealContext value={reveal}>
      <div className={classes.page}>
        {hasPanels && (
          <DocumentTopBar onOutline={isNarrow ? outline.open : null} onSide={isNarrow ? side.open : null} />
        )}
        {!isNarrow && (
          <nav className={classes.outline} aria-label={t('outline')}>
            {outlinePanel}
          </nav>
        )}
        <div className={classes.middle}>
          <h1 className="visually-hidden">{project.name}</h1>
          <DocumentColumn rows={rows} isWhole={isWhole} />
        </div>
        {!isNarrow && (
          <aside className={classes.side} aria-label={t('side')}>
            {hasPanels && <SidePanel />}
          </aside>
        )}
        {isNarrow && (
          <>
            <Drawer opened={isOutlineOpen} onClose={outline.close} title={t('outline')} padding={0}>
              {outlinePanel}
            </Drawer>
            <Drawer
              opened={isSideOpen}
              onClose={side.close}
              title={t('side')}
              position="bottom"
              size="70%"
              padding={0}
            >
              <SidePanel />
            </Drawer>
          </>
        )}
      </div>
    </RevealContext>
  )
}

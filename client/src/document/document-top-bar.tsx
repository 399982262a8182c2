import { ActionIcon } from '@mantine/core'
import { partyKinds } from '@parley/model'
import { IconLayoutSidebar, IconLayoutSidebarRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Slot } from '../app/slots.tsx'
import { SavedState } from '../session/saved-state-word.tsx'
import { DownloadMenu } from '../snapshot/download-menu.tsx'
import { SnapshotButton } from '../snapshot/snapshot-button.tsx'
import { PartyPresence } from '../ui/party-presence.tsx'
import { usePresentPeople } from './present-people.ts'

interface DocumentTopBarProps {
  /** Opens the outline where it has no column of its own; `null` where it has. */
  readonly onOutline: (() => void) | null
  readonly onSide: (() => void) | null
}

/** What the document page shows in the top bar: who is here, and whether everything is saved. */
export function DocumentTopBar({ onOutline, onSide }: DocumentTopBarProps) {
  const { t } = useTranslation('requirement')
  const { t: words } = useTranslation('snapshot')
  const people = usePresentPeople()
  const parties = partyKinds.map((kind) => {
    const own = people.filter((person) => person.partyKind === kind)
    return {
      kind,
      people: [
        ...new Map(own.map((person) => [person.person, { id: person.person, name: person.name }])).values(),
      ],
    }
  })
  return (
    <>
      <Slot name="people">
        <PartyPresence parties={parties} />
      </Slot>
      <Slot name="saved">
        <SavedState />
      </Slot>
      <Slot name="actions">
        {onOutline && (
          <ActionIcon variant="subtle" aria-label={t('outline')} onClick={onOutline}>
            <IconLayoutSidebar size={18} />
          </ActionIcon>
        )}
        {onSide && (
          <ActionIcon variant="subtle" aria-label={t('side')} onClick={onSide}>
            <IconLayoutSidebarRight size={18} />
          </ActionIcon>
        )}
        {onOutline === null && (
          <>
            <DownloadMenu version="now" label={words('out.now')} isCompact />
            <SnapshotButton />
          </>
        )}
      </Slot>
    </>
  )
}

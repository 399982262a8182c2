import { ActionIcon, Menu } from '@mantine/core'
import type { RequirementId, SectionId } from '@parley/model'
import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowUp,
  IconCornerDownRight,
  IconDots,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { OutlineRow } from '../document/outline-rows.ts'
import { useSelection } from '../document/selection.ts'
import { useDocumentStore } from '../document/use-document.ts'
import classes from './outline-panel.module.css'
import { lastRequirement } from './places.ts'
import { useGoTo } from './use-go-to.ts'
import type { OutlineCommands } from './use-outline-commands.ts'

interface LineMenuProps {
  readonly row: OutlineRow
  readonly commands: OutlineCommands
  readonly onRename: () => void
  readonly onMove: (step: 1 | -1) => void
}

/** What can be done with a line. */
export function LineMenu({ row, commands, onRename, onMove }: LineMenuProps) {
  const { t } = useTranslation('outline')
  const store = useDocumentStore()
  const selection = useSelection()
  const goTo = useGoTo()
  const own = store.requirement(row.id as RequirementId) ?? store.section(row.id as SectionId)
  const addInside = async () => {
    const section = row.kind === 'section' ? row.id : store.requirement(row.id)?.section
    if (!section) return
    const parent = row.kind === 'requirement' ? row.id : null
    const after = lastRequirement(store, section, parent)
    const added = await commands.addRequirement({ section, parent, after })
    if (!added) return
    goTo(added)
    selection.edit(added, { at: 'start' })
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon
          className={classes.menu ?? ''}
          variant="subtle"
          size="sm"
          aria-label={t('actions')}
          onClick={(event) => event.stopPropagation()}
        >
          <IconDots size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown onClick={(event) => event.stopPropagation()}>
        <Menu.Item leftSection={<IconPencil size={15} />} onClick={onRename}>
          {t('rename')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCornerDownRight size={15} />} onClick={() => void addInside()}>
          {row.kind === 'section' ? t('addRequirementHere') : t('addChild')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowUp size={15} />} onClick={() => onMove(-1)}>
          {t('moveUp')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowDown size={15} />} onClick={() => onMove(1)}>
          {t('moveDown')}
        </Menu.Item>
        {own?.withdrawn ? (
          <Menu.Item
            leftSection={<IconArrowBackUp size={15} />}
            onClick={() => void commands.withdraw(row.id, false)}
          >
            {t('restore')}
          </Menu.Item>
        ) : (
          <Menu.Item
            leftSection={<IconTrash size={15} />}
            onClick={() => void commands.withdraw(row.id, true)}
          >
            {t('withdraw')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

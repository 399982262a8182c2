import { Menu } from '@mantine/core'
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
import { type Ref, type SyntheticEvent, useRef, useState } from 'react'
import { useWords } from '../app/words.tsx'
import type { OutlineRow } from '../document/outline-rows.ts'
import { useDocumentStore } from '../document/use-document.ts'
import classes from './outline-panel.module.css'
import { lastRequirement } from './places.ts'
import { useAddRequirement } from './use-add-requirement.ts'
import type { OutlineCommands } from './use-outline-commands.ts'

interface LineMenuProps {
  readonly row: OutlineRow
  readonly commands: OutlineCommands
  readonly onRename: () => void
  readonly onMove: (step: 1 | -1) => void
}

/** The button that opens what can be done with a line; a page shows many lines, so the menu is made when it is asked for. */
export function LineMenu(props: LineMenuProps) {
  const t = useWords('outline')
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(false)
  // reason: a press on the button closes the menu by the click, not already as a press outside of it
  const onPress = (event: SyntheticEvent) => isOpen && event.stopPropagation()
  return (
    <span className={classes.menu} data-open={isOpen || undefined}>
      <button
        ref={button}
        type="button"
        aria-label={t('actions')}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onMouseDown={onPress}
        onTouchStart={onPress}
        onClick={(event) => {
          event.stopPropagation()
          setOpen(!isOpen)
        }}
      >
        <IconDots size={15} aria-hidden="true" />
      </button>
      {isOpen && (
        <OpenMenu
          {...props}
          onClose={() => {
            setOpen(false)
            // reason: what was chosen may have taken the focus already
            if (document.activeElement?.closest('[role="menu"]')) button.current?.focus()
          }}
        />
      )}
    </span>
  )
}

function OpenMenu({ row, commands, onRename, onMove, onClose }: LineMenuProps & { onClose: () => void }) {
  const t = useWords('outline')
  const store = useDocumentStore()
  const add = useAddRequirement(commands)
  const own = store.requirement(row.id as RequirementId) ?? store.section(row.id as SectionId)
  const addInside = async () => {
    const section = row.kind === 'section' ? row.id : store.requirement(row.id)?.section
    if (!section) return
    const parent = row.kind === 'requirement' ? row.id : null
    const after = lastRequirement(store, section, parent)
    await add({ section, parent, after })
  }
  return (
    <Menu opened onClose={onClose} position="bottom-end" withinPortal>
      <Menu.Target>
        <Anchor />
      </Menu.Target>
      <Menu.Dropdown aria-label={t('actions')} onClick={(event) => event.stopPropagation()}>
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

/** Where the menu hangs; the button above it says what it is, so that nothing is said here. */
function Anchor({ ref }: { readonly ref?: Ref<HTMLSpanElement> }) {
  return <span ref={ref} className={classes.menuAnchor} />
}

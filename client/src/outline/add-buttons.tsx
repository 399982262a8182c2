import { Button } from '@mantine/core'
import type { RequirementId, SectionId } from '@parley/model'
import { IconFolderPlus, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CardId } from '../document/selection.ts'
import { useDocumentStore } from '../document/use-document.ts'
import classes from './outline-panel.module.css'
import { lastRequirement } from './places.ts'
import { useAddRequirement } from './use-add-requirement.ts'
import { useGoTo } from './use-go-to.ts'
import type { OutlineCommands } from './use-outline-commands.ts'

interface AddButtonsProps {
  readonly commands: OutlineCommands
  readonly selected: CardId | null
  /** Called with what was added, so that its title can be typed at once. */
  readonly onAdded: (card: CardId) => void
}

/** Adds a requirement behind the selected one, or a section behind the selected one's. */
export function AddButtons({ commands, selected, onAdded }: AddButtonsProps) {
  const { t } = useTranslation('outline')
  const store = useDocumentStore()
  const goTo = useGoTo()
  const add = useAddRequirement(commands)
  const requirement = selected ? store.requirement(selected as RequirementId) : undefined
  const lastSection = store.outline().findLast((row) => row.kind === 'section' && row.depth === 0)
  const section =
    requirement?.section ??
    (selected && store.section(selected as SectionId)
      ? (selected as SectionId)
      : (lastSection?.id as SectionId | undefined))

  const addRequirement = async () => {
    if (!section) return
    const parent = requirement?.parent ?? null
    const after = requirement?.id ?? lastRequirement(store, section, null)
    await add({ section, parent, after })
  }
  const addSection = async () => {
    const own = section ? store.section(section) : undefined
    const added = await commands.addSection({ parent: own?.parent ?? null, after: section ?? null })
    if (!added) return
    goTo(added)
    onAdded(added)
  }
  return (
    <div className={classes.foot}>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} />}
        disabled={!section}
        onClick={() => void addRequirement()}
      >
        {t('addRequirement')}
      </Button>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconFolderPlus size={14} />}
        onClick={() => void addSection()}
      >
        {t('addSection')}
      </Button>
    </div>
  )
}

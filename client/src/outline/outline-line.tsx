import { titleOf } from '@parley/document'
import type { SectionId } from '@parley/model'
import { IconChevronRight, IconMessage } from '@tabler/icons-react'
import type { DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutlineRow } from '../document/outline-rows.ts'
import type { CardId } from '../document/selection.ts'
import { useRequirement, useSection } from '../document/use-document.ts'
import { formatNumber } from '../requirement/format-number.ts'
import { StanceSquares } from '../ui/stance-squares.tsx'
import { LineMenu } from './line-menu.tsx'
import { stateOfParty } from './outline-filter.ts'
import classes from './outline-panel.module.css'
import type { DropSide } from './places.ts'
import type { SectionProgress } from './progress.ts'
import { TitleField } from './title-field.tsx'
import type { OutlineCommands } from './use-outline-commands.ts'
import { useSides } from './use-sides.ts'

interface OutlineLineProps {
  readonly row: OutlineRow
  readonly top: number
  readonly isSelected: boolean
  readonly isActive: boolean
  readonly isFolded: boolean
  readonly isRenamed: boolean
  readonly mayEdit: boolean
  readonly drop: DropSide | null
  readonly progress: SectionProgress | undefined
  readonly commands: OutlineCommands
  readonly onOpen: () => void
  readonly onFold: (section: SectionId, isFolded: boolean) => void
  readonly onRename: (card: CardId | null) => void
  readonly onMove: (step: 1 | -1) => void
  readonly onDragStart: () => void
  readonly onDragOver: (event: DragEvent) => void
  readonly onDragEnd: () => void
  readonly onDrop: () => void
}

/** One line of the outline: a section with how much of it is settled, or a requirement with where the parties stand. */
export function OutlineLine(props: OutlineLineProps) {
  const { row, isRenamed, mayEdit, commands } = props
  const title = useTitle(row)
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: reason: the tree has the focus and names the active line (aria-activedescendant)
    // biome-ignore lint/a11y/useKeyWithClickEvents: reason: keys are handled by the tree
    <div
      id={`line-${row.id}`}
      className={classes.line}
      role="treeitem"
      aria-level={row.depth + 1}
      aria-selected={props.isSelected}
      aria-expanded={row.kind === 'section' ? !props.isFolded : undefined}
      data-kind={row.kind}
      data-active={props.isActive || undefined}
      data-withdrawn={row.withdrawn || undefined}
      data-drop={props.drop ?? undefined}
      style={{ transform: `translateY(${props.top}px)`, '--depth': row.depth }}
      draggable={mayEdit && !isRenamed}
      onClick={props.onOpen}
      onDragStart={props.onDragStart}
      onDragOver={props.onDragOver}
      onDragEnd={props.onDragEnd}
      onDrop={props.onDrop}
    >
      {row.kind === 'section' && <Toggle section={row.id} isFolded={props.isFolded} onFold={props.onFold} />}
      {row.kind === 'requirement' && <RequirementNumber row={row} />}
      {isRenamed ? (
        <TitleField title={title} onDone={(next) => finishRename(props, next)} />
      ) : (
        <Title title={title} />
      )}
      {row.kind === 'requirement' && <RequirementState row={row} />}
      {props.progress && props.progress.total > 0 && <Progress progress={props.progress} />}
      {mayEdit && !isRenamed && (
        <LineMenu
          row={row}
          commands={commands}
          onRename={() => props.onRename(row.id)}
          onMove={props.onMove}
        />
      )}
    </div>
  )
}

async function finishRename(props: OutlineLineProps, title: string | null) {
  if (title !== null && !(await props.commands.rename(props.row.id, title))) return
  props.onRename(null)
  document.querySelector<HTMLElement>('[role="tree"]')?.focus()
}

function useTitle(row: OutlineRow): string {
  const section = useSection(row.id as SectionId)
  const requirement = useRequirement(row.kind === 'requirement' ? row.id : ('' as never))
  const text = (row.kind === 'section' ? section : requirement)?.text
  return text ? titleOf(text.content) : ''
}

function Title({ title }: { readonly title: string }) {
  const { t } = useTranslation('outline')
  return (
    <span className={classes.title} title={title}>
      {title || t('untitled')}
    </span>
  )
}

interface ToggleProps {
  readonly section: SectionId
  readonly isFolded: boolean
  readonly onFold: (section: SectionId, isFolded: boolean) => void
}

function Toggle({ section, isFolded, onFold }: ToggleProps) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: reason: the arrow keys fold; this is for the mouse only
    // biome-ignore lint/a11y/useKeyWithClickEvents: reason: as above
    <span
      className={classes.toggle}
      data-open={!isFolded}
      onClick={(event) => {
        event.stopPropagation()
        onFold(section, !isFolded)
      }}
    >
      <IconChevronRight size={14} aria-hidden="true" />
    </span>
  )
}

type RequirementRow = Extract<OutlineRow, { kind: 'requirement' }>

function RequirementNumber({ row }: { readonly row: RequirementRow }) {
  const requirement = useRequirement(row.id)
  return <span className={classes.number}>{requirement && formatNumber(requirement.number)}</span>
}

function RequirementState({ row }: { readonly row: RequirementRow }) {
  const { t } = useTranslation('outline')
  const requirement = useRequirement(row.id)
  const sides = useSides()
  if (!requirement || row.withdrawn) return null
  const [client, provider] = sides.parties
  return (
    <>
      {requirement.threads.open > 0 && (
        <span className={classes.count} title={t('openThreads', { count: requirement.threads.open })}>
          <IconMessage size={13} aria-hidden="true" />
          {requirement.threads.open}
        </span>
      )}
      {provider && (
        <StanceSquares
          client={stateOfParty(requirement, client)}
          provider={stateOfParty(requirement, provider)}
        />
      )}
    </>
  )
}

function Progress({ progress }: { readonly progress: SectionProgress }) {
  const { t } = useTranslation('outline')
  return (
    <span className={classes.count}>
      {t('progress', { settled: progress.settled, total: progress.total })}
    </span>
  )
}

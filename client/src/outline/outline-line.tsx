import type { SectionId } from '@parley/model'
import { IconChevronRight, IconMessage } from '@tabler/icons-react'
import type { DragEvent } from 'react'
import { useWords } from '../app/words.tsx'
import type { OutlineRow } from '../document/outline-rows.ts'
import type { CardId } from '../document/selection.ts'
import { useFacts, useTitle } from '../document/use-document.ts'
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
  const title = useTitle(row.id)
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

function Title({ title }: { readonly title: string }) {
  const t = useWords('outline')
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
  const facts = useFacts(row.id)
  return <span className={classes.number}>{facts && formatNumber(facts.number)}</span>
}

function RequirementState({ row }: { readonly row: RequirementRow }) {
  const t = useWords('outline')
  const facts = useFacts(row.id)
  const sides = useSides()
  if (!facts || row.withdrawn) return null
  const [client, provider] = sides.parties
  return (
    <>
      {facts.threads.open > 0 && (
        <span className={classes.count} title={t('openThreads', { count: facts.threads.open })}>
          <IconMessage size={13} aria-hidden="true" />
          {facts.threads.open}
        </span>
      )}
      {provider && (
        <StanceSquares client={stateOfParty(facts, client)} provider={stateOfParty(facts, provider)} />
      )}
    </>
  )
}

function Progress({ progress }: { readonly progress: SectionProgress }) {
  const t = useWords('outline')
  return (
    <span className={classes.count}>
      {t('progress', { settled: progress.settled, total: progress.total })}
    </span>
  )
}

import type { SectionId } from '@parley/model'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type DragEvent, type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/project-layout.tsx'
import type { OutlineRow } from '../document/outline-rows.ts'
import { type CardId, useSelectedCard } from '../document/selection.ts'
import { useAllFacts, useDocumentStore } from '../document/use-document.ts'
import { AddButtons } from './add-buttons.tsx'
import { OutlineLine } from './outline-line.tsx'
import classes from './outline-panel.module.css'
import { type DropSide, type Move, moveOfDrop, moveOfStep } from './places.ts'
import { sectionProgress } from './progress.ts'
import { useGoTo } from './use-go-to.ts'
import { useOutlineCommands } from './use-outline-commands.ts'
import { useSides } from './use-sides.ts'

const lineHeight = 30

interface OutlineTreeProps {
  readonly rows: readonly OutlineRow[]
  /** While a filter narrows the lines, nothing is folded and nothing is moved. */
  readonly isFiltered: boolean
  readonly onJump: () => void
}

/** The lines of the outline as a tree that keyboard, mouse and screen reader work alike. */
export function OutlineTree({ rows, isFiltered, onJump }: OutlineTreeProps) {
  const { t } = useTranslation('outline')
  const project = useProject()
  const store = useDocumentStore()
  const facts = useAllFacts()
  const sides = useSides()
  const commands = useOutlineCommands()
  const goTo = useGoTo()
  const selected = useSelectedCard()
  const [folded, setFolded] = useState<ReadonlySet<SectionId>>(new Set())
  const [active, setActive] = useState<CardId | null>(null)
  const [renamed, setRenamed] = useState<CardId | null>(null)
  const [drop, setDrop] = useState<{ readonly id: CardId; readonly side: DropSide } | null>(null)
  const dragged = useRef<OutlineRow | null>(null)
  const tree = useRef<HTMLDivElement>(null)
  const mayEdit = project.rights.editOutline && !isFiltered

  const lines = useMemo(
    () => (isFiltered ? rows : rows.filter((row) => !row.within.some((section) => folded.has(section)))),
    [rows, folded, isFiltered],
  )
  const progress = useMemo(() => {
    // reason: the counts are read from the store, which changes whenever `facts` does
    void facts
    return sectionProgress(rows, store.facts, sides)
  }, [rows, store, sides, facts])
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => tree.current,
    estimateSize: () => lineHeight,
    overscan: 12,
  })

  // What was selected elsewhere comes into view here too.
  const selectedIndex = selected === null ? -1 : lines.findIndex((row) => row.id === selected)
  useEffect(() => {
    if (selectedIndex >= 0) virtualizer.scrollToIndex(selectedIndex, { align: 'auto' })
  }, [virtualizer, selectedIndex])

  const fold = useCallback(
    (section: SectionId, isFolded: boolean) =>
      setFolded((before) => {
        const after = new Set(before)
        if (isFolded) after.add(section)
        else after.delete(section)
        return after
      }),
    [],
  )
  const perform = async (move: Move | null) => {
    if (!move) return
    if (move.kind === 'section') await commands.moveSection(move.id, move.place)
    else await commands.moveRequirement(move.id, move.place)
  }
  const open = (row: OutlineRow) => {
    setActive(row.id)
    goTo(row.id)
    onJump()
  }
  const activate = (index: number) => {
    const row = lines[Math.max(0, Math.min(lines.length - 1, index))]
    if (!row) return
    setActive(row.id)
    virtualizer.scrollToIndex(lines.indexOf(row))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== tree.current) return
    const index = lines.findIndex((row) => row.id === (active ?? selected))
    const row = lines[index]
    const act = keyAction(event, index, lines.length)
    if (!act) return
    event.preventDefault()
    if (act.type === 'go') return activate(act.index)
    if (!row) return
    switch (act.type) {
      case 'open':
        return open(row)
      case 'fold':
        if (row.kind === 'section') return fold(row.id, act.isFolded)
        return act.isFolded ? activate(lines.findIndex((each) => each.id === row.within.at(-1))) : undefined
      case 'rename':
        return mayEdit ? setRenamed(row.id) : undefined
      case 'move':
        return mayEdit ? void perform(moveOfStep(store, row, act.step)) : undefined
      default:
        return act satisfies never
    }
  }

  const onDragOver = (event: DragEvent, row: OutlineRow) => {
    const from = dragged.current
    if (!from) return
    const side = sideOf(event, from, row)
    if (!moveOfDrop(store, from, row, side)) return
    event.preventDefault()
    setDrop((before) => (before?.id === row.id && before.side === side ? before : { id: row.id, side }))
  }
  const endDrag = () => {
    dragged.current = null
    setDrop(null)
  }

  const activeId = active ?? selected
  return (
    <>
      <div
        ref={tree}
        className={classes.tree}
        role="tree"
        tabIndex={0}
        aria-label={t('label')}
        aria-activedescendant={
          activeId && lines.some((row) => row.id === activeId) ? `line-${activeId}` : undefined
        }
        onKeyDown={onKeyDown}
      >
        {lines.length === 0 && <p className={classes.empty}>{isFiltered ? t('nothingFits') : t('empty')}</p>}
        <div className={classes.lines} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const row = lines[index]
            if (!row) return null
            return (
              <OutlineLine
                key={row.id}
                row={row}
                top={start}
                isSelected={row.id === selected}
                isActive={row.id === activeId}
                isFolded={row.kind === 'section' && folded.has(row.id)}
                isRenamed={row.id === renamed}
                mayEdit={mayEdit}
                drop={drop?.id === row.id ? drop.side : null}
                progress={row.kind === 'section' ? progress.get(row.id) : undefined}
                commands={commands}
                onOpen={() => open(row)}
                onFold={fold}
                onRename={setRenamed}
                onMove={(step) => void perform(moveOfStep(store, row, step))}
                onDragStart={() => {
                  dragged.current = row
                }}
                onDragOver={(event) => onDragOver(event, row)}
                onDragEnd={endDrag}
                onDrop={() => {
                  if (dragged.current && drop)
                    void perform(moveOfDrop(store, dragged.current, row, drop.side))
                  endDrag()
                }}
              />
            )
          })}
        </div>
      </div>
      {mayEdit && <AddButtons commands={commands} selected={selected} onAdded={setRenamed} />}
    </>
  )
}

type KeyAction =
  | { readonly type: 'go'; readonly index: number }
  | { readonly type: 'open' | 'rename' }
  | { readonly type: 'fold'; readonly isFolded: boolean }
  | { readonly type: 'move'; readonly step: 1 | -1 }

/** What a key asks for (the tree pattern of the ARIA authoring practices, and Alt with an arrow to move a line). */
function keyAction(event: KeyboardEvent, index: number, count: number): KeyAction | null {
  if (event.ctrlKey || event.metaKey) return null
  if (event.altKey) {
    if (event.key === 'ArrowDown') return { type: 'move', step: 1 }
    return event.key === 'ArrowUp' ? { type: 'move', step: -1 } : null
  }
  switch (event.key) {
    case 'ArrowDown':
      return { type: 'go', index: index + 1 }
    case 'ArrowUp':
      return { type: 'go', index: index - 1 }
    case 'Home':
      return { type: 'go', index: 0 }
    case 'End':
      return { type: 'go', index: count - 1 }
    case 'ArrowRight':
      return { type: 'fold', isFolded: false }
    case 'ArrowLeft':
      return { type: 'fold', isFolded: true }
    case 'Enter':
    case ' ':
      return { type: 'open' }
    case 'F2':
      return { type: 'rename' }
    default:
      return null
  }
}

/** Which part of a line the pointer is over: thirds on a section that may take a section, halves otherwise. */
function sideOf(event: DragEvent, from: OutlineRow, over: OutlineRow): DropSide {
  const box = event.currentTarget.getBoundingClientRect()
  const part = (event.clientY - box.top) / box.height
  if (over.kind === 'section') {
    if (from.kind === 'requirement') return 'inside'
    return part < 0.3 ? 'before' : part > 0.7 ? 'after' : 'inside'
  }
  return part < 0.5 ? 'before' : 'after'
}

import { memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { loadLiveText } from '../requirement/load-live-text.ts'
import { RequirementCard } from '../requirement/requirement-card.tsx'
import { SectionCard } from '../requirement/section-card.tsx'
import { type CardGroup, groupRows } from './card-groups.ts'
import classes from './document-column.module.css'
import type { OutlineRow } from './outline-rows.ts'
import { useSelection } from './selection.ts'

/** What one idle moment adds takes no longer than a key may wait. */
const aMoment = 8
/** So many milliseconds a group is reckoned to take. */
const aGroup = 4

interface DocumentColumnProps {
  readonly rows: readonly OutlineRow[]
  /** Whether every card must stand now, because one further down is asked for. */
  readonly isWhole: boolean
}

/** The document as it is read: every section and requirement in order, each in the page's own text. */
export function DocumentColumn({ rows, isWhole }: DocumentColumnProps) {
  const { t } = useTranslation('requirement')
  const groups = useGroups(rows)
  const growing = useGrowing(groups.length)
  useEffect(() => {
    // Whoever clicks into a text is to write at once.
    const loading = requestIdleCallback(() => void loadLiveText(), { timeout: 1_000 })
    return () => cancelIdleCallback(loading)
  }, [])
  const shown = isWhole ? groups.length : growing
  return (
    <section className={classes.column} aria-label={t('document')}>
      {groups.slice(0, shown).map((group) => (
        <Cards key={group.key} group={group} />
      ))}
    </section>
  )
}

const Cards = memo(function Cards({ group }: { readonly group: CardGroup }) {
  return (
    <div className={classes.cards} style={{ '--cards': group.rows.length }} data-cards>
      {group.rows.map((row) =>
        row.kind === 'section' ? (
          <SectionCard key={row.id} id={row.id} depth={row.depth} withdrawn={row.withdrawn} />
        ) : (
          <RequirementCard
            key={row.id}
            id={row.id}
            depth={row.depth - row.within.length}
            withdrawn={row.withdrawn}
          />
        ),
      )}
    </div>
  )
})

function useGroups(rows: readonly OutlineRow[]): readonly CardGroup[] {
  const [kept, keep] = useState(() => ({ rows, groups: groupRows(rows, []) }))
  if (kept.rows === rows) return kept.groups
  const groups = groupRows(rows, kept.groups)
  keep({ rows, groups })
  return groups
}

/** Counts up to `total`, so that a long document is readable at once and whole soon after. */
function useGrowing(total: number): number {
  const { isWaiting } = useSelection().typed
  const [shown, setShown] = useState(1)
  const whole = shown >= total
  const moment = useRef(0)
  useEffect(() => {
    if (whole) return
    const grow = (deadline: IdleDeadline) => {
      // Who waits for an editor goes first.
      if (isWaiting() && !deadline.didTimeout) return later()
      const more = Math.floor(Math.min(deadline.timeRemaining(), aMoment) / aGroup)
      setShown(shown + Math.max(1, more))
    }
    const later = () => {
      moment.current = requestIdleCallback(grow, { timeout: 200 })
    }
    later()
    return () => cancelIdleCallback(moment.current)
  }, [whole, shown, isWaiting])
  return shown
}

import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RequirementCard } from '../requirement/requirement-card.tsx'
import { SectionCard } from '../requirement/section-card.tsx'
import classes from './document-column.module.css'
import type { OutlineRow } from './outline-rows.ts'

/** So many cards stand at the first paint; the others follow while the browser is idle. */
const atFirst = 30
const aBatch = 200

interface DocumentColumnProps {
  readonly rows: readonly OutlineRow[]
  /** Whether every card must stand now, because one further down is asked for. */
  readonly isWhole: boolean
}

/** The document as it is read: every section and requirement in order, each in the page's own text. */
export function DocumentColumn({ rows, isWhole }: DocumentColumnProps) {
  const { t } = useTranslation('requirement')
  const growing = useGrowing(rows.length)
  const shown = isWhole ? rows.length : growing
  return (
    <section className={classes.column} aria-label={t('document')}>
      {rows
        .slice(0, shown)
        .map((row) =>
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
    </section>
  )
}

/** Counts up to `total`, so that a long document is readable at once and whole soon after. */
function useGrowing(total: number): number {
  const [shown, setShown] = useState(atFirst)
  const whole = shown >= total
  const batch = useRef(0)
  useEffect(() => {
    if (whole) return
    batch.current = requestIdleCallback(() => setShown((before) => before + aBatch), { timeout: 200 })
    return () => cancelIdleCallback(batch.current)
  }, [whole, shown])
  return shown
}

import type { OutlineRow } from '../document/outline-rows.ts'
import { AgreementBar } from './agreement-bar.tsx'
import { FilterBar } from './filter-bar.tsx'
import { JumpField } from './jump-field.tsx'
import type { OutlineFilter } from './outline-filter.ts'
import classes from './outline-panel.module.css'
import { OutlineTree } from './outline-tree.tsx'

interface OutlinePanelProps {
  readonly rows: readonly OutlineRow[]
  readonly filter: OutlineFilter
  readonly onFilter: (filter: OutlineFilter) => void
  /** Called after a line was gone to, so that a drawer may close. */
  readonly onJump: () => void
}

/** The outline: finding, narrowing, how far the parties are, and every section and requirement in a line. */
export function OutlinePanel({ rows, filter, onFilter, onJump }: OutlinePanelProps) {
  return (
    <div className={classes.panel}>
      <div className={classes.head}>
        <JumpField onJump={onJump} />
        <FilterBar filter={filter} onFilter={onFilter} />
        <AgreementBar />
      </div>
      <OutlineTree rows={rows} isFiltered={filter !== 'all'} onJump={onJump} />
    </div>
  )
}

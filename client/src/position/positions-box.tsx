import { memo } from 'react'
import { useProject } from '../app/project-layout.tsx'
import type { RequirementFacts } from '../document/facts.ts'
import { isSettled, stateOfParty } from '../outline/outline-filter.ts'
import { useSides } from '../outline/use-sides.ts'
import { PositionCell } from './position-cell.tsx'
import { PositionSummary } from './position-summary.tsx'
import classes from './positions-box.module.css'

interface PositionsBoxProps {
  readonly facts: RequirementFacts
  readonly withdrawn: boolean
  readonly isSelected: boolean
}

/** Where the two parties stand, side by side on the selected card; in a word on the others. */
export const PositionsBox = memo(function PositionsBox({ facts, withdrawn, isSelected }: PositionsBoxProps) {
  const project = useProject()
  const sides = useSides()
  if (withdrawn || sides.parties.length < 2) return null
  const parties = sides.parties.flatMap((id) => project.parties.find((party) => party.id === id) ?? [])
  if (!isSelected) {
    const states = parties.map((party) => ({ party, state: stateOfParty(facts, party.id) }))
    return <PositionSummary states={states} isSettled={isSettled(facts, sides)} />
  }
  return (
    <div className={classes.box}>
      {parties.map((party) => (
        <PositionCell
          key={party.id}
          party={party}
          facts={facts}
          isOwn={party.id === sides.own && project.rights.setPosition}
        />
      ))}
    </div>
  )
})

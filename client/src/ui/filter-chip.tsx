import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './filter-chip.module.css'

interface FilterChipProps {
  readonly pressed: boolean
  readonly onPress: () => void
  readonly count?: number
  readonly children: ReactNode
}

/** A filter that is on or off, with how many it would show. */
export function FilterChip({ pressed, onPress, count, children }: FilterChipProps) {
  return (
    <UnstyledButton className={classes.chip} aria-pressed={pressed} onClick={onPress}>
      {children}
      {count !== undefined && <span className={classes.count}>{count}</span>}
    </UnstyledButton>
  )
}

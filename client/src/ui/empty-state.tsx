import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './empty-state.module.css'

interface EmptyStateProps {
  readonly icon: Icon
  readonly title: string
  /** `1` where it is the whole page. */
  readonly level?: 1 | 2
  readonly children?: ReactNode
  readonly action?: ReactNode
}

/** What stands where there is nothing yet: what would be here, and how to begin. */
export function EmptyState({ icon: Icon, title, level = 2, children, action }: EmptyStateProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className={classes.empty}>
      <Icon size={28} stroke={1.4} aria-hidden="true" />
      <Heading className={classes.title}>{title}</Heading>
      {children && <p className={classes.text}>{children}</p>}
      {action}
    </div>
  )
}

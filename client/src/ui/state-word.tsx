import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './state-word.module.css'

export type StateTone = 'quiet' | 'agreed' | 'warn' | 'bad'

interface StateWordProps {
  readonly icon: Icon
  readonly tone?: StateTone
  readonly children: ReactNode
}

/** A state: always a word with an icon, never a coloured dot. */
export function StateWord({ icon: Icon, tone = 'quiet', children }: StateWordProps) {
  return (
    <span className={classes.state} data-tone={tone}>
      <Icon size={14} aria-hidden="true" />
      <span>{children}</span>
    </span>
  )
}

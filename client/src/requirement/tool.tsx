import { ActionIcon, Tooltip } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import classes from './text-toolbar.module.css'

interface ToolProps {
  readonly label: string
  readonly icon: Icon
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly onPress: () => void
}

/** One button of the toolbar; pressing it leaves the caret where it is. */
export function Tool({ label, icon: Icon, pressed, disabled = false, onPress }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        size="md"
        aria-label={label}
        aria-pressed={pressed}
        data-pressed={pressed || undefined}
        disabled={disabled}
        className={classes.tool ?? ''}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onPress}
      >
        <Icon size={17} />
      </ActionIcon>
    </Tooltip>
  )
}

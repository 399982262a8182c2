import { Tooltip } from '@mantine/core'
import type { PartyKind } from '@parley/model'
import { initials } from './initials.ts'
import classes from './party-avatar.module.css'

interface Person {
  readonly id: string
  readonly name: string
}

interface AvatarProps {
  readonly name: string
  /** Whose colour it bears; without one it is neutral. */
  readonly party?: PartyKind
  readonly size?: number
}

/** A person's initials on the party's colour. The name must stand beside it, or be in its tooltip as here. */
export function PersonAvatar({ name, party, size = 26 }: AvatarProps) {
  return (
    <Tooltip label={name}>
      <span
        role="img"
        aria-label={name}
        className={classes.avatar}
        data-party={party}
        style={{ '--size': `${size}px` }}
      >
        {initials(name)}
      </span>
    </Tooltip>
  )
}

interface StackProps {
  readonly people: readonly Person[]
  readonly party: PartyKind
  readonly most?: number
}

/** Overlapping avatars of people of one party; those who find no place are counted. */
export function AvatarStack({ people, party, most = 4 }: StackProps) {
  const shown = people.length > most ? people.slice(0, most - 1) : people
  const rest = people.slice(shown.length)
  return (
    <span className={classes.stack}>
      {shown.map((person) => (
        <PersonAvatar key={person.id} name={person.name} party={party} />
      ))}
      {rest.length > 0 && (
        <Tooltip label={rest.map((person) => person.name).join(', ')}>
          <span
            role="img"
            aria-label={rest.map((person) => person.name).join(', ')}
            className={classes.avatar}
            data-party={party}
            style={{ '--size': '26px' }}
          >
            +{rest.length}
          </span>
        </Tooltip>
      )}
    </span>
  )
}

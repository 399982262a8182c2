import { Tooltip } from '@mantine/core'
import type { PartyKind } from '@parley/model'
import { initials } from './initials.ts'
import classes from './party-avatar.module.css'

interface Person {
  readonly id: string
  readonly name: string
}

interface PersonAvatarProps {
  readonly name: string
  /** Whose colour it bears; without one it is neutral. */
  readonly party?: PartyKind
  readonly size?: number
}

/** A person's initials on the party's colour; an ornament, the name stands beside it. */
export function PersonAvatar({ name, party, size = 26 }: PersonAvatarProps) {
  return <Disc letters={initials(name)} party={party} size={size} />
}

/** An avatar that stands alone: the name is told on pointing at it, and to screen readers. */
function NamedAvatar({ name, party, size = 26 }: PersonAvatarProps) {
  return (
    <Tooltip label={name}>
      <span role="img" aria-label={name} className={classes.named}>
        <Disc letters={initials(name)} party={party} size={size} />
      </span>
    </Tooltip>
  )
}

interface AvatarStackProps {
  readonly people: readonly Person[]
  readonly party: PartyKind
  /** So many at most; those who find no place are counted. */
  readonly most?: number
}

/** Overlapping avatars of people of one party. */
export function AvatarStack({ people, party, most = 4 }: AvatarStackProps) {
  const shown = people.length > most ? people.slice(0, most - 1) : people
  const rest = people.slice(shown.length)
  const names = rest.map((person) => person.name).join(', ')
  return (
    <span className={classes.stack}>
      {shown.map((person) => (
        <NamedAvatar key={person.id} name={person.name} party={party} />
      ))}
      {rest.length > 0 && (
        <Tooltip label={names}>
          <span role="img" aria-label={names} className={classes.named}>
            <Disc letters={`+${rest.length}`} party={party} size={26} />
          </span>
        </Tooltip>
      )}
    </span>
  )
}

interface DiscProps {
  readonly letters: string
  readonly party: PartyKind | undefined
  readonly size: number
}

// The letters are drawn by the style sheet, so that nobody copies or hears them along with the text.
function Disc({ letters, party, size }: DiscProps) {
  return (
    <span
      aria-hidden="true"
      className={classes.disc}
      data-party={party}
      data-letters={letters}
      style={{ '--size': `${size}px` }}
    />
  )
}

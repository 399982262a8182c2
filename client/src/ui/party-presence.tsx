import type { PartyKind } from '@parley/model'
import { useTranslation } from 'react-i18next'
import { AvatarStack } from './party-avatar.tsx'
import classes from './party-presence.module.css'

interface PartyPresenceProps {
  readonly parties: readonly {
    readonly kind: PartyKind
    readonly people: readonly { readonly id: string; readonly name: string }[]
  }[]
}

/** Who is here now, grouped by party, for the top bar. */
export function PartyPresence({ parties }: PartyPresenceProps) {
  const { t } = useTranslation('words')
  return (
    <ul className={classes.parties}>
      {parties
        .filter((party) => party.people.length > 0)
        .map((party) => (
          <li key={party.kind} className={classes.party} data-party={party.kind}>
            <AvatarStack people={party.people} party={party.kind} />
            <span>{t(`party.${party.kind}`)}</span>
          </li>
        ))}
    </ul>
  )
}

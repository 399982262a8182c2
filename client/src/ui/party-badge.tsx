import type { PartyKind } from '@parley/model'
import { IconBuilding, IconEye, IconServer2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './party-badge.module.css'

const icons = { client: IconBuilding, provider: IconServer2, observer: IconEye }

interface PartyBadgeProps {
  readonly kind: PartyKind
  /** The organisation's name; without it the kind of party alone is said. */
  readonly name?: string
}

/** Which party: icon, word and colour together. */
export function PartyBadge({ kind, name }: PartyBadgeProps) {
  const { t } = useTranslation('words')
  const Icon = icons[kind]
  return (
    <span className={classes.badge} data-party={kind}>
      <Icon size={14} aria-hidden="true" />
      <span className={classes.kind}>{t(`party.${kind}`)}</span>
      {name && <span>{name}</span>}
    </span>
  )
}

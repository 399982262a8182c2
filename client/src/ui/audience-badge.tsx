import type { PartyKind } from '@parley/model'
import { IconLock, IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './audience-badge.module.css'
import { useFormats } from './formats.ts'

/** Who may ever read a thing: one party alone, or client and one provider, with their organisations' names. */
export type Audience =
  | { readonly kind: 'private'; readonly party: PartyKind; readonly name: string }
  | { readonly kind: 'shared'; readonly names: readonly string[] }

interface AudienceBadgeProps {
  readonly audience: Audience
  /** `strip` heads a box over its whole width; `chip` stands in a line. */
  readonly shape?: 'strip' | 'chip'
}

/** Both colours and the readers' names, or one party's hatching, a lock and its name. */
export function AudienceBadge({ audience, shape = 'chip' }: AudienceBadgeProps) {
  const { t } = useTranslation()
  const formats = useFormats()
  const isPrivate = audience.kind === 'private'
  const Icon = isPrivate ? IconLock : IconUsers
  return (
    <span className={`${classes.badge} ${audienceGround(audience)}`} data-shape={shape}>
      <Icon size={13} aria-hidden="true" />
      {isPrivate
        ? t('audience.only', { name: audience.name })
        : t('audience.shared', { names: formats.list(audience.names) })}
    </span>
  )
}

/** The class name that gives any element (a composer, a thread's box) the ground of its audience. */
export const audienceGround = (audience: Audience): string =>
  audience.kind === 'shared' ? (classes.shared ?? '') : `${classes.private} ${classes[audience.party]}`

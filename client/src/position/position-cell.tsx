import { Button, Popover, UnstyledButton } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { PartyBadge } from '@parley/protocol'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { RequirementFacts } from '../document/facts.ts'
import { stateOf } from '../outline/outline-filter.ts'
import { StanceWord } from '../ui/stance-word.tsx'
import { Time } from '../ui/time.tsx'
import { PositionForm } from './position-form.tsx'
import classes from './positions-box.module.css'

// Comparing needs the editor's schema, which the page does without until then.
const ChangesSince = lazy(async () => ({ default: (await import('./changes-since.tsx')).ChangesSince }))

interface PositionCellProps {
  readonly party: PartyBadge
  readonly facts: RequirementFacts
  /** Whether the viewer speaks for this party. */
  readonly isOwn: boolean
}

/** One party's position; the party's own lead gives it here. */
export function PositionCell({ party, facts, isOwn }: PositionCellProps) {
  const { t } = useTranslation(['position', 'words'])
  const [isFormOpen, form] = useDisclosure(false)
  const [isDiffOpen, diff] = useDisclosure(false)
  const position = facts.positions.find((each) => each.party === party.id)
  const state = stateOf(position)
  return (
    <div className={classes.cell} data-party={party.kind}>
      <div className={classes.head}>
        <strong>{t(`words:party.${party.kind}`)}</strong>
        <StanceWord state={position?.stance ?? 'open'} />
        {isOwn && (
          <Popover
            opened={isFormOpen}
            onChange={form.toggle}
            onDismiss={form.close}
            width={320}
            withArrow
            trapFocus
          >
            <Popover.Target>
              <Button size="compact-xs" variant="default" onClick={form.toggle}>
                {position && position.stance !== 'open' ? t('change') : t('answer')}
              </Button>
            </Popover.Target>
            <Popover.Dropdown>
              <PositionForm requirement={facts.id} position={position} onDone={form.close} />
            </Popover.Dropdown>
          </Popover>
        )}
      </div>
      {position && state === 'outdated' && (
        <p className={classes.outdated}>
          {t('changedSince')} <Time at={position.at} />.{' '}
          <UnstyledButton className={classes.link} onClick={diff.open}>
            {t('seeWhat')}
          </UnstyledButton>
        </p>
      )}
      {position && position.words !== '' && <p className={classes.words}>{position.words}</p>}
      {position && position.stance !== 'open' && (
        <p className={classes.by}>
          {position.by} · <Time at={position.at} />
        </p>
      )}
      {isDiffOpen && (
        <Suspense>
          <ChangesSince party={party} requirement={facts.id} onClose={diff.close} />
        </Suspense>
      )}
    </div>
  )
}

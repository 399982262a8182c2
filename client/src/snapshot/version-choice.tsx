import { ActionIcon, NativeSelect } from '@mantine/core'
import type { SnapshotSummary } from '@parley/protocol'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './comparison.module.css'

interface Versions {
  readonly from: string
  readonly to: string
}

interface VersionChoiceProps extends Versions {
  readonly snapshots: readonly SnapshotSummary[]
  readonly onChoose: (versions: Versions) => void
}

/** The two versions that are compared, each a snapshot or the present state. */
export function VersionChoice({ from, to, snapshots, onChoose }: VersionChoiceProps) {
  const { t } = useTranslation('snapshot')
  const known = [
    { value: 'now', label: t('now') },
    ...snapshots.map(({ number, name }) => ({
      value: String(number),
      label: t('versionTitle', { number, name }),
    })),
  ]
  // An address may name a version that does not exist; the field then says so rather than showing another one.
  const data = (value: string) =>
    known.some((one) => one.value === value) ? known : [{ value, label: value }, ...known]
  return (
    <div className={classes.choice}>
      <NativeSelect
        label={t('compare.from')}
        value={from}
        data={data(from)}
        onChange={(event) => onChoose({ from: event.currentTarget.value, to })}
      />
      <ActionIcon
        size={36}
        aria-label={t('compare.swap')}
        title={t('compare.swap')}
        onClick={() => onChoose({ from: to, to: from })}
      >
        <IconArrowsExchange size={18} />
      </ActionIcon>
      <NativeSelect
        label={t('compare.to')}
        value={to}
        data={data(to)}
        onChange={(event) => onChoose({ from, to: event.currentTarget.value })}
      />
    </div>
  )
}

import { Radio } from '@mantine/core'
import { IconCopy, IconFile, IconFileCode, IconTable, IconTemplate } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { type SourceKind, sourceKinds } from './project-draft.ts'
import classes from './source-choice.module.css'

const icons: Record<SourceKind, typeof IconFile> = {
  template: IconTemplate,
  oscal: IconFileCode,
  table: IconTable,
  copy: IconCopy,
  empty: IconFile,
}

interface SourceChoiceProps {
  readonly kind: SourceKind
  readonly canCopy: boolean
  readonly onChange: (kind: SourceKind) => void
}

/** Where the document begins: a card for each kind of source. */
export function SourceChoice({ kind, canCopy, onChange }: SourceChoiceProps) {
  const { t } = useTranslation('wizard')
  return (
    <Radio.Group
      aria-label={t('source.title')}
      value={kind}
      onChange={(value) => {
        const chosen = sourceKinds.find((one) => one === value)
        if (chosen) onChange(chosen)
      }}
    >
      <div className={classes.cards}>
        {sourceKinds
          .filter((one) => one !== 'copy' || canCopy)
          .map((one) => {
            const Icon = icons[one]
            return (
              <Radio.Card key={one} value={one} className={classes.card} aria-label={t(`source.${one}.name`)}>
                <Icon size={20} stroke={1.6} aria-hidden="true" />
                <span className={classes.words}>
                  <span className={classes.name}>{t(`source.${one}.name`)}</span>
                  <span className={classes.text}>{t(`source.${one}.text`)}</span>
                </span>
                <Radio.Indicator className={classes.indicator} />
              </Radio.Card>
            )
          })}
      </div>
    </Radio.Group>
  )
}

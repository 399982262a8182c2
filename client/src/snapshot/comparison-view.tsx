import type { Comparison } from '@parley/protocol'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../requirement/format-number.ts'
import { FilterChip } from '../ui/filter-chip.tsx'
import { useFormats } from '../ui/formats.ts'
import { type ChangeKind, countKinds, kindsOf } from './change-kinds.ts'
import classes from './comparison.module.css'
import linkClasses from './number-links.module.css'
import { RequirementDifference } from './requirement-difference.tsx'
import { SectionDifference } from './section-difference.tsx'
import { useLinkedPlace } from './use-linked-place.ts'
import { useWholeTexts } from './use-whole-texts.ts'

/** Every section and requirement that differs, in the order of the later outline; can be narrowed to one kind. */
export function ComparisonView({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useTranslation('snapshot')
  const formats = useFormats()
  const [kind, setKind] = useState<ChangeKind | null>(null)
  const whole = useWholeTexts(comparison)
  useLinkedPlace()
  const all = [...comparison.sections, ...comparison.requirements]
  const counts = countKinds(all)
  const isShown = (change: (typeof all)[number]) => kind === null || kindsOf(change).includes(kind)
  const sections = comparison.sections.filter(isShown)
  const requirements = comparison.requirements.filter(isShown)
  const differ = [
    comparison.sections.length > 0 && t('compare.sections', { count: comparison.sections.length }),
    comparison.requirements.length > 0 &&
      t('compare.requirements', { count: comparison.requirements.length }),
  ].filter((words) => words !== false)
  return (
    <>
      <p className={classes.summary}>
        {t('compare.differ', { what: formats.list(differ) })}{' '}
        {t('compare.unchanged', { count: comparison.unchanged })}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: reason: a fieldset groups form fields; these are pressed buttons */}
      <div className={classes.kinds} role="group" aria-label={t('compare.kinds')}>
        <FilterChip pressed={kind === null} count={all.length} onPress={() => setKind(null)}>
          {t('compare.all')}
        </FilterChip>
        {counts.map((one) => (
          <FilterChip
            key={one.kind}
            pressed={kind === one.kind}
            count={one.count}
            onPress={() => setKind(kind === one.kind ? null : one.kind)}
          >
            {t(`compare.kind.${one.kind}`)}
          </FilterChip>
        ))}
      </div>
      {requirements.length > 1 && (
        <nav className={`${linkClasses.links} ${classes.jump}`} aria-label={t('compare.jump')}>
          {requirements.map(({ id, number }) => (
            <a key={id} href={`#${formatNumber(number)}`}>
              {formatNumber(number)}
            </a>
          ))}
        </nav>
      )}
      {sections.length > 0 && <h2 className={classes.heading}>{t('compare.sectionsTitle')}</h2>}
      {sections.map((change) => (
        <SectionDifference key={change.id} change={change} whole={whole} />
      ))}
      {requirements.length > 0 && <h2 className={classes.heading}>{t('compare.requirementsTitle')}</h2>}
      {requirements.map((change) => (
        <RequirementDifference key={change.id} change={change} whole={whole} to={comparison.to} />
      ))}
    </>
  )
}

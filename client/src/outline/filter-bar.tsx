import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useAllFacts } from '../document/use-document.ts'
import { FilterChip } from '../ui/filter-chip.tsx'
import { isShown, type OutlineFilter, outlineFilters } from './outline-filter.ts'
import classes from './outline-panel.module.css'
import { useSides } from './use-sides.ts'

interface FilterBarProps {
  readonly filter: OutlineFilter
  readonly onFilter: (filter: OutlineFilter) => void
}

/** The filters with how many requirements each shows. */
export function FilterBar({ filter, onFilter }: FilterBarProps) {
  const { t } = useTranslation('outline')
  const requirements = useAllFacts()
  const sides = useSides()
  const counts = useMemo(
    () =>
      outlineFilters.map((each) => ({
        filter: each,
        count: requirements.filter((requirement) => isShown(requirement, each, sides)).length,
      })),
    [requirements, sides],
  )
  return (
    <fieldset className={classes.filters}>
      <legend className="visually-hidden">{t('filter.label')}</legend>
      {counts.map(({ filter: each, count }) => (
        <FilterChip
          key={each}
          pressed={filter === each}
          count={count}
          onPress={() => onFilter(filter === each ? 'all' : each)}
        >
          {t(`filter.${each}`)}
        </FilterChip>
      ))}
    </fieldset>
  )
}

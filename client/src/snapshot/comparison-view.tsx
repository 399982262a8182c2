import type { Comparison, RequirementChange, SectionChange } from '@parley/protocol'
import { IconArrowBackUp, IconArrowsMove, IconEdit, IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/use-project.ts'
import type { ChangeLine } from '../change/change-lines.ts'
import { parameterLines } from '../change/change-lines.ts'
import { ChangeList } from '../change/change-list.tsx'
import { TextChange } from '../change/text-change.tsx'
import { useFieldWords } from '../change/use-field-words.ts'
import { stateOf } from '../outline/outline-filter.ts'
import { formatNumber } from '../requirement/format-number.ts'
import { StateWord } from '../ui/state-word.tsx'
import classes from './snapshot.module.css'

/** Every section and requirement that differs, in the order of the later outline. */
export function ComparisonView({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useTranslation('snapshot')
  const { sections, requirements, unchanged } = comparison
  const counts = (['added', 'withdrawn', 'restored'] as const).map((kind) => ({
    kind,
    count: requirements.filter((change) => change[kind]).length,
  }))
  const changed = requirements.filter(
    (change) => !change.added && !change.withdrawn && !change.restored,
  ).length
  return (
    <>
      <ul className={classes.summary}>
        {counts
          .filter(({ count }) => count > 0)
          .map(({ kind, count }) => (
            <li key={kind}>{t(`compare.count.${kind}`, { count })}</li>
          ))}
        {changed > 0 && <li>{t('compare.count.changed', { count: changed })}</li>}
        <li>{t('compare.unchanged', { count: unchanged })}</li>
      </ul>
      <nav className={classes.numbers} aria-label={t('compare.jump')}>
        {requirements.map(({ id, number }) => (
          <a key={id} href={`#${formatNumber(number)}`}>
            {formatNumber(number)}
          </a>
        ))}
      </nav>
      {sections.map((change) => (
        <SectionDifference key={change.id} change={change} />
      ))}
      {requirements.map((change) => (
        <RequirementDifference key={change.id} change={change} />
      ))}
    </>
  )
}

function SectionDifference({ change }: { readonly change: SectionChange }) {
  return (
    <section className={classes.difference} aria-label={change.title}>
      <h2>{change.title}</h2>
      <What {...change} restored={false} isChanged={change.text !== null} />
      <Moved moved={change.moved} />
      {change.text && <TextChange before={change.text.before} after={change.text.after} parameters={[]} />}
    </section>
  )
}

function RequirementDifference({ change }: { readonly change: RequirementChange }) {
  const number = formatNumber(change.number)
  const lines = useLines(change)
  return (
    <article id={number} className={classes.difference} aria-label={number}>
      <h2>
        <span className={classes.number}>{number}</span> {change.title}
      </h2>
      <What {...change} isChanged={change.text !== null || lines.length > 0} />
      <Moved moved={change.moved} />
      {change.text && (
        <TextChange
          before={change.text.before}
          after={change.text.after}
          parameters={[...change.chips.before, ...change.chips.after]}
        />
      )}
      <ChangeList lines={lines} />
    </article>
  )
}

/** Fields, blanks and positions that differ, in words. */
function useLines(change: RequirementChange): readonly ChangeLine[] {
  const { t } = useTranslation('words')
  const fields = useFieldWords()
  const project = useProject()
  const position = (of: RequirementChange['positions'][number]['before']) =>
    of ? [t(`stance.${stateOf(of)}`), of.words].filter((word) => word !== '').join(': ') : ''
  const inWords = (field: (typeof change.fields)[number]['field'], value: string) =>
    value === '' ? '' : fields.value(field, value)
  return [
    ...change.fields.map(({ field, before, after }) => ({
      key: field,
      label: fields.name(field),
      before: inWords(field, before),
      after: inWords(field, after),
    })),
    ...parameterLines(
      change.parameters.flatMap(({ before }) => before ?? []),
      change.parameters.flatMap(({ after }) => after ?? []),
    ),
    ...change.positions.map(({ party, before, after }) => ({
      key: party,
      label: project.parties.find((each) => each.id === party)?.organisation.name ?? '',
      before: position(before),
      after: position(after),
    })),
  ]
}

interface WhatProps {
  readonly added: boolean
  readonly withdrawn: boolean
  readonly restored: boolean
  readonly moved: RequirementChange['moved']
  readonly isChanged: boolean
}

/** What happened, as words with icons. */
function What({ added, withdrawn, restored, moved, isChanged }: WhatProps) {
  const { t } = useTranslation('snapshot')
  return (
    <div className={classes.what}>
      {added && (
        <StateWord icon={IconPlus} tone="agreed">
          {t('compare.added')}
        </StateWord>
      )}
      {withdrawn && (
        <StateWord icon={IconTrash} tone="bad">
          {t('compare.withdrawn')}
        </StateWord>
      )}
      {restored && (
        <StateWord icon={IconArrowBackUp} tone="agreed">
          {t('compare.restored')}
        </StateWord>
      )}
      {moved && <StateWord icon={IconArrowsMove}>{t('compare.moved')}</StateWord>}
      {isChanged && !added && !withdrawn && <StateWord icon={IconEdit}>{t('compare.changed')}</StateWord>}
    </div>
  )
}

function Moved({ moved }: { readonly moved: RequirementChange['moved'] }) {
  const { t } = useTranslation('snapshot')
  if (!moved) return null
  const before = moved.before.join(' › ')
  const after = moved.after.join(' › ')
  return (
    <p className={classes.note}>
      {before === after
        ? t('compare.movedWithin', { place: after })
        : t('compare.movedFrom', { before, after })}
    </p>
  )
}

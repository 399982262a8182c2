import type { RequirementChange } from '@parley/protocol'
import { useTranslation } from 'react-i18next'
import { useProject } from '../app/use-project.ts'
import { type ChangeLine, parameterLines } from '../change/change-lines.ts'
import { useFieldWords } from '../change/use-field-words.ts'
import { stateOf } from '../outline/outline-filter.ts'

type Position = RequirementChange['positions'][number]['before']

/** Fields, blanks and positions of a requirement that differ, in words. */
export function useChangeLines(change: RequirementChange): readonly ChangeLine[] {
  const { t } = useTranslation(['snapshot', 'words'])
  const fields = useFieldWords()
  const project = useProject()
  const position = (of: Position) =>
    of ? [t(`words:stance.${stateOf(of)}`), of.words].filter((word) => word !== '').join(': ') : ''
  return [
    ...change.fields.map(({ field, before, after }) => ({
      key: field,
      label: fields.name(field),
      before: before === '' ? '' : fields.value(field, before),
      after: after === '' ? '' : fields.value(field, after),
    })),
    ...parameterLines(
      change.parameters.flatMap(({ before }) => before ?? []),
      change.parameters.flatMap(({ after }) => after ?? []),
      project.language,
    ),
    ...change.positions.map(({ party, before, after }) => ({
      key: party,
      label: t('compare.positionOf', {
        name: project.parties.find((each) => each.id === party)?.organisation.name ?? '',
      }),
      before: position(before),
      after: position(after),
    })),
  ]
}

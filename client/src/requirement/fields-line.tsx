import type { RequirementView } from '@parley/protocol'
import { useTranslation } from 'react-i18next'
import classes from './card.module.css'

interface FieldsLineProps {
  readonly requirement: RequirementView
  readonly withdrawn: boolean
  readonly isSelected: boolean
}

/** The fields of a requirement as one quiet line. */
export function FieldsLine({ requirement, withdrawn, isSelected }: FieldsLineProps) {
  const { t } = useTranslation(['requirement', 'words'])
  const { fields } = requirement
  const words = [
    withdrawn && t('withdrawn'),
    fields.strength && t(`words:strength.${fields.strength}`),
    fields.addressee && t(`words:addressee.${fields.addressee}`),
    fields.area && t(`words:area.${fields.area}`),
    fields.level && t(`words:level.${fields.level}`),
    isSelected && fields.verification && t('verifiedBy', { how: fields.verification }),
    fields.source.join(', '),
  ].filter((word) => typeof word === 'string' && word !== '')
  if (words.length === 0) return null
  return (
    <ul className={classes.meta}>
      {words.map((word) => (
        <li key={String(word)}>{word}</li>
      ))}
    </ul>
  )
}

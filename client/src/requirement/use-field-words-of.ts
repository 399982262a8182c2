import type { RequirementView } from '@parley/protocol'
import { useWords } from '../app/words.tsx'

/** The stated fields of a requirement in words, in the order in which they are read; all of them where `isWhole`. */
export function useFieldWordsOf(
  { fields, sourceId }: Pick<RequirementView, 'fields' | 'sourceId'>,
  withdrawn: boolean,
  isWhole: boolean,
): readonly string[] {
  const t = useWords(['requirement', 'words'])
  const words = [
    withdrawn && t('withdrawn'),
    fields.strength && t(`words:strength.${fields.strength}`),
    fields.addressee && t(`words:addressee.${fields.addressee}`),
    fields.area && t(`words:area.${fields.area}`),
    fields.level && t(`words:level.${fields.level}`),
    isWhole && fields.levelReason !== '' && t('raisedBecause', { why: fields.levelReason }),
    isWhole && fields.verification !== '' && t('verifiedBy', { how: fields.verification }),
    fields.source.join(', '),
    fields.source.length === 0 && sourceId,
  ]
  return words.filter((word) => typeof word === 'string' && word !== '').map(String)
}

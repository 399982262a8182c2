import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldWords } from './change-lines.ts'

/** Names and values of fields in the user's language. */
export function useFieldWords(): FieldWords {
  const { t } = useTranslation(['requirement', 'words'])
  return useMemo(
    () => ({
      name: (field) => t(`field.${field}`),
      value: (field, value) => {
        switch (field) {
          case 'strength':
          case 'addressee':
          case 'area':
          case 'level':
            return String(t(`words:${field}.${value}` as 'words:strength.MUST'))
          case 'levelReason':
          case 'verification':
          case 'source':
            return value
          default:
            return field satisfies never
        }
      },
    }),
    [t],
  )
}

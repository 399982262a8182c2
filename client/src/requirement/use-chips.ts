import type { ChipFace } from '@parley/document'
import type { RequirementView } from '@parley/protocol'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** The chips of a text by the parameter's id; `null` for one that does not exist any more. */
export type Chips = (id: string) => ChipFace | null

/** For texts that have no parameters. */
export const noChips: Chips = () => null

/** The chips of a requirement, worded in the user's language; the same function until a parameter changes. */
export function useChips(requirement: RequirementView | undefined): Chips {
  const { t } = useTranslation('requirement')
  const parameters = requirement?.parameters
  return useMemo(() => {
    const chips = new Map<string, ChipFace>()
    for (const parameter of parameters ?? []) {
      const { id, label, value, unit } = parameter
      const filler = t(`toFill.${parameter.filler}`)
      chips.set(id, {
        label: `${label} · ${filler}`,
        value: value === null ? null : unit && /^[\d.,]+$/.test(value) ? `${value} ${unit}` : value,
        title: label,
      })
    }
    return (id) => chips.get(id) ?? null
  }, [parameters, t])
}

import type { ChipFace } from '@parley/document'
import { parameterWords } from '@parley/model'
import type { ParameterView } from '@parley/protocol'
import { useMemo } from 'react'
import { useProject } from '../app/use-project.ts'
import { useWords } from '../app/words.tsx'

/** The chips of a text by the parameter's id; `null` for one that does not exist any more. */
export type Chips = (id: string) => ChipFace | null

/** For texts that have no parameters. */
export const noChips: Chips = () => null

/**
 * The chips of parameters: what is to be filled in the user's language, what is filled in as a sentence of the project's
 * language has it. The same function until one of them changes.
 */
export function useChips(parameters: readonly ParameterView[] | undefined): Chips {
  const t = useWords('requirement')
  const { language } = useProject()
  return useMemo(() => {
    const chips = new Map<string, ChipFace>()
    for (const parameter of parameters ?? []) {
      const { id, label } = parameter
      const filler = t(`toFill.${parameter.filler}`)
      chips.set(id, {
        label: `${label} · ${filler}`,
        value: parameterWords(parameter, language),
        title: label,
      })
    }
    return (id) => chips.get(id) ?? null
  }, [parameters, language, t])
}

/** The words a chip stands for in a quote. */
export const chipWords =
  (chips: () => Chips) =>
  (id: string): string => {
    const face = chips()(id)
    return face ? (face.value ?? face.title) : ''
  }

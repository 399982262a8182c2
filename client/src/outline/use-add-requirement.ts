import { useSelection } from '../document/selection.ts'
import { useGoTo } from './use-go-to.ts'
import type { OutlineCommands, RequirementPlace } from './use-outline-commands.ts'

/** Adds a requirement and opens it for writing; what is typed while it comes is written in it. */
export function useAddRequirement({
  addRequirement,
}: OutlineCommands): (place: RequirementPlace) => Promise<void> {
  const selection = useSelection()
  const goTo = useGoTo()
  return async (place) => {
    selection.typed.begin()
    const added = await addRequirement(place)
    if (!added) return selection.typed.callOff()
    goTo(added)
    selection.edit(added, { at: 'start' })
  }
}

import { notifications } from '@mantine/notifications'
import { titleOf } from '@parley/document'
import type { RequirementId, SectionId } from '@parley/model'
import { requirementSchema, sectionSchema } from '@parley/protocol'
import { useMemo } from 'react'
import { api, nothing, path } from '../app/api.ts'
import { useProject } from '../app/project-layout.tsx'
import type { CardId } from '../document/selection.ts'
import { useDocumentStore } from '../document/use-document.ts'
import { useErrorWords } from '../ui/use-error-words.ts'

/** Where a requirement goes: into a section or below another requirement, behind a sibling or first. */
export interface RequirementPlace {
  readonly section: SectionId
  readonly parent: RequirementId | null
  readonly after: RequirementId | null
}

/** Where a section goes. */
export interface SectionPlace {
  readonly parent: SectionId | null
  readonly after: SectionId | null
}

/** What can be done to the outline; each tells whether it was done, and shows why where it was not. */
export interface OutlineCommands {
  readonly addSection: (place: SectionPlace) => Promise<SectionId | null>
  readonly addRequirement: (place: RequirementPlace) => Promise<RequirementId | null>
  readonly moveSection: (id: SectionId, place: SectionPlace) => Promise<boolean>
  readonly moveRequirement: (id: RequirementId, place: RequirementPlace) => Promise<boolean>
  readonly rename: (card: CardId, title: string) => Promise<boolean>
  readonly withdraw: (card: CardId, withdrawn: boolean) => Promise<boolean>
}

/** The outline's commands for the open project. */
export function useOutlineCommands(): OutlineCommands {
  const store = useDocumentStore()
  const project = useProject().id
  const wordsOf = useErrorWords()
  return useMemo(() => {
    const attempt = async <T>(command: () => Promise<T>): Promise<T | null> => {
      try {
        return await command()
      } catch (error) {
        const { title, detail } = wordsOf(error)
        notifications.show({ color: 'bad', title, message: detail })
        return null
      }
    }
    const done = async (command: () => Promise<unknown>) => (await attempt(command)) !== null
    const put = {
      section: (section: ReturnType<typeof sectionSchema.parse>) => {
        store.apply({ type: 'section', section })
        return section.id
      },
      requirement: (requirement: ReturnType<typeof requirementSchema.parse>) => {
        store.apply({ type: 'requirement', requirement })
        return requirement.id
      },
    }
    const base = path`/projects/${project}`
    return {
      addSection: (place) =>
        attempt(async () =>
          put.section(await api.post(`${base}/sections`, sectionSchema, { ...place, title: '' })),
        ),
      addRequirement: (place) =>
        attempt(async () =>
          put.requirement(await api.post(`${base}/requirements`, requirementSchema, { ...place, title: '' })),
        ),
      moveSection: (id, place) =>
        done(async () => put.section(await api.post(`${base}/sections/${id}/move`, sectionSchema, place))),
      moveRequirement: (id, place) =>
        done(async () =>
          put.requirement(await api.post(`${base}/requirements/${id}/move`, requirementSchema, place)),
        ),
      rename: (card, title) =>
        done(async () => {
          const thing = store.requirement(card as RequirementId) ?? store.section(card as SectionId)
          if (!thing || titleOf(thing.text.content) === title) return true
          await api.patch(`${base}/texts/${thing.text.id}`, nothing, { title })
          return true
        }),
      withdraw: (card, withdrawn) =>
        done(async () => {
          if (store.requirement(card as RequirementId)) {
            put.requirement(
              await api.post(`${base}/requirements/${card}/withdrawal`, requirementSchema, { withdrawn }),
            )
          } else {
            put.section(await api.post(`${base}/sections/${card}/withdrawal`, sectionSchema, { withdrawn }))
          }
          return true
        }),
    }
  }, [store, project, wordsOf])
}

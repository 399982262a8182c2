import { useRef } from 'react'
import type { ProjectDraft } from './project-draft.ts'

/** A new word for each state of the draft that would be imported differently; large contents are told apart by identity. */
export function useEdition(draft: ProjectDraft): string {
  const seen = useRef({ count: 0, content: null as unknown, kind: draft.kind })
  const content = draft.kind === 'empty' ? null : draft[draft.kind]
  if (seen.current.content !== content || seen.current.kind !== draft.kind) {
    seen.current = { count: seen.current.count + 1, content, kind: draft.kind }
  }
  return String(seen.current.count)
}

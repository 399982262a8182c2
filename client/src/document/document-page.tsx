import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect, useState } from 'react'
import { LoadingPage } from '../app/loading-page.tsx'
import { useProject } from '../app/project-layout.tsx'
import { ReadOnlyContext } from '../requirement/use-read-only.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import { DocumentFrame } from './document-frame.tsx'
import { documentQuery } from './document-query.ts'
import { makeDocumentStore } from './document-store.ts'
import { NotYet } from './not-yet.tsx'
import { makePresentPeople, PresentPeopleContext } from './present-people.ts'
import { makeSelection, SelectionContext } from './selection.ts'
import { DocumentContext } from './use-document.ts'
import { useProjectEvents } from './use-project-events.ts'

/** The page where people spend their day: outline, document, and what belongs to the selected requirement. */
export function DocumentPage() {
  const project = useProject()
  return project.rights.readDocument ? (
    <OpenDocument key={project.id} project={project.id} />
  ) : (
    <NotYet project={project} />
  )
}

function OpenDocument({ project }: { readonly project: string }) {
  const [store] = useState(makeDocumentStore)
  const [selection] = useState(makeSelection)
  const [present] = useState(makePresentPeople)
  const [isLoaded, setLoaded] = useState(false)
  const document = useQuery(documentQuery(project))
  useProjectEvents(project, store, present)
  useLayoutEffect(() => {
    if (!document.data) return
    store.load(document.data)
    setLoaded(true)
  }, [store, document.data])

  if (document.error && !document.data) {
    return <ErrorNote error={document.error} onRetry={() => void document.refetch()} />
  }
  if (!document.data || !isLoaded) return <LoadingPage />
  return (
    <DocumentContext value={store}>
      <SelectionContext value={selection}>
        <PresentPeopleContext value={present}>
          <ReadOnlyContext value={document.data.readOnly}>
            <DocumentFrame />
          </ReadOnlyContext>
        </PresentPeopleContext>
      </SelectionContext>
    </DocumentContext>
  )
}

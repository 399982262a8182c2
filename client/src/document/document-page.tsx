import type { ProjectId } from '@parley/model'
import { useQuery } from '@tanstack/react-query'
import { useLayoutEffect, useRef, useState } from 'react'
import { LoadingPage } from '../app/loading-page.tsx'
import { useProject } from '../app/project-layout.tsx'
import { ReadOnlyContext } from '../requirement/use-read-only.ts'
import { tabSession } from '../session/tab-session.ts'
import { SessionContext } from '../session/use-session.ts'
import { ChosenWordsContext, makeChosenWords } from '../thread/chosen-words.ts'
import { DraftContext, makeDrafts } from '../thread/drafts.ts'
import { makeThreadStore, ThreadContext } from '../thread/thread-store.ts'
import { threadsQuery } from '../thread/threads-query.ts'
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
  const [session] = useState(tabSession)
  return (
    <SessionContext value={session}>
      {project.rights.readDocument ? (
        <OpenDocument key={project.id} project={project.id} />
      ) : (
        <Waiting key={project.id} project={project.id} />
      )}
    </SessionContext>
  )
}

/** Hears of the phase that opens the document. */
function Waiting({ project }: { readonly project: ProjectId }) {
  const view = useProject()
  const [pageState] = useState(makePageState)
  useProjectEvents(project, pageState.store, pageState.threads, pageState.present)
  return <NotYet project={view} />
}

const makePageState = () => ({
  store: makeDocumentStore(),
  threads: makeThreadStore(),
  present: makePresentPeople(),
  selection: makeSelection(),
  drafts: makeDrafts(),
  chosenWords: makeChosenWords(),
})

function OpenDocument({ project }: { readonly project: ProjectId }) {
  const document = useQuery(documentQuery(project))
  const threadList = useQuery(threadsQuery(project))
  const [{ store, threads, present, selection, drafts, chosenWords }] = useState(() => {
    const state = makePageState()
    if (document.data) state.store.load(document.data)
    if (threadList.data) state.threads.load(threadList.data.threads)
    return state
  })
  const [isLoaded, setLoaded] = useState(document.data !== undefined)
  const loaded = useRef({ document: document.data, threads: threadList.data })
  useProjectEvents(project, store, threads, present)
  useLayoutEffect(() => {
    if (!document.data || document.data === loaded.current.document) return
    loaded.current.document = document.data
    store.load(document.data)
    setLoaded(true)
  }, [store, document.data])
  useLayoutEffect(() => {
    if (!threadList.data || threadList.data === loaded.current.threads) return
    loaded.current.threads = threadList.data
    threads.load(threadList.data.threads)
  }, [threads, threadList.data])

  if (document.error && !document.data) {
    return <ErrorNote error={document.error} onRetry={() => void document.refetch()} />
  }
  if (!document.data || !isLoaded) return <LoadingPage />
  return (
    <DocumentContext value={store}>
      <ThreadContext value={threads}>
        <SelectionContext value={selection}>
          <PresentPeopleContext value={present}>
            <DraftContext value={drafts}>
              <ChosenWordsContext value={chosenWords}>
                <ReadOnlyContext value={document.data.readOnly}>
                  <DocumentFrame />
                </ReadOnlyContext>
              </ChosenWordsContext>
            </DraftContext>
          </PresentPeopleContext>
        </SelectionContext>
      </ThreadContext>
    </DocumentContext>
  )
}

import { NotFoundPage } from '../app/not-found-page.tsx'
import { isProblem } from '../app/problem-error.ts'
import { ErrorNote } from '../ui/error-note.tsx'
import pageClasses from '../ui/page.module.css'

interface VersionProblemProps {
  readonly error: unknown
  readonly onRetry: () => void
}

/** Instead of a version that cannot be shown; one that does not exist looks like one that may not be seen. */
export function VersionProblem({ error, onRetry }: VersionProblemProps) {
  if (isProblem(error, 'not-found') || isProblem(error, 'invalid-input')) return <NotFoundPage />
  return (
    <div className={pageClasses.page}>
      <ErrorNote error={error} onRetry={onRetry} />
    </div>
  )
}

import { useEffect } from 'react'
import { ProblemError } from '../app/problem-error.ts'

interface Form {
  readonly setErrors: (errors: Record<string, string>) => void
}

/** Shows the server's messages at the fields they are about; `within` is the part of the path above the form's. */
export function useFieldErrors(form: Form, error: unknown, within = ''): void {
  const { setErrors } = form
  useEffect(() => {
    if (!(error instanceof ProblemError) || !error.problem.errors) return
    const here = error.problem.errors.filter((one) => one.path.startsWith(within))
    setErrors(Object.fromEntries(here.map((one) => [one.path.slice(within.length), one.message])))
  }, [error])
}

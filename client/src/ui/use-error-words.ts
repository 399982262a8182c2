import { useTranslation } from 'react-i18next'
import { NoAnswerError, ProblemError } from '../app/problem-error.ts'

/** Words for any error: the server's own for its problems, ours where it gave no usable answer. */
export function useErrorWords() {
  const { t } = useTranslation('problem')
  return (error: unknown): { readonly title: string | null; readonly detail: string } => {
    if (error instanceof ProblemError) return { title: error.problem.title, detail: error.problem.detail }
    if (error instanceof NoAnswerError && error.reason === 'server')
      return { title: null, detail: t('server', { status: String(error.status) }) }
    if (error instanceof NoAnswerError && error.reason === 'offline')
      return { title: null, detail: t('offline') }
    return { title: null, detail: t('unexpected') }
  }
}

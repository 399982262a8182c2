import type { ProblemCode } from './problem.ts'

/** What a refused request is told in one language; `{name}` is replaced by the fact of that name. */
export type ProblemWords = Readonly<Record<ProblemCode, { readonly title: string; readonly detail: string }>>

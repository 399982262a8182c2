import type { Language } from '@parley/model'
import { type Problem, type ProblemCode, problems } from './problem.ts'
import { problemWords } from './words.ts'

/** The problem of a code in a language; facts fill the words' `{name}` places. */
export function makeProblem(
  code: ProblemCode,
  language: Language,
  facts?: Readonly<Record<string, unknown>>,
  errors?: Problem['errors'],
): Problem {
  const words = problemWords[language][code]
  return {
    type: `urn:parley:problem:${code}`,
    title: words.title,
    status: problems[code],
    detail: words.detail.replace(/\{(\w+)\}/g, (_, name: string) => String(facts?.[name] ?? '')).trim(),
    code,
    ...(errors && { errors }),
    ...(facts && { facts: { ...facts } }),
  }
}

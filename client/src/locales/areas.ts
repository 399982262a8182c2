import type { en } from './en/index.ts'

type Area = keyof typeof en

/** Every area has one file of words in each language; a missing or misspelt one does not compile. */
const all: Record<Area, true> = {
  common: true,
  words: true,
  problem: true,
  account: true,
  project: true,
  wizard: true,
  people: true,
  outline: true,
  requirement: true,
  parameter: true,
  thread: true,
  position: true,
  snapshot: true,
  print: true,
  session: true,
}

export const areas = Object.keys(all) as Area[]

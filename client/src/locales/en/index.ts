import { account } from './account.ts'
import { common } from './common.ts'
import { outline } from './outline.ts'
import { parameter } from './parameter.ts'
import { people } from './people.ts'
import { position } from './position.ts'
import { print } from './print.ts'
import { problem } from './problem.ts'
import { project } from './project.ts'
import { requirement } from './requirement.ts'
import { session } from './session.ts'
import { snapshot } from './snapshot.ts'
import { thread } from './thread.ts'
import { wizard } from './wizard.ts'
import { words } from './words.ts'

/** All words of the interface in English, by area. */
export const en = {
  common,
  words,
  problem,
  account,
  project,
  wizard,
  people,
  outline,
  requirement,
  parameter,
  thread,
  position,
  snapshot,
  print,
  session,
}

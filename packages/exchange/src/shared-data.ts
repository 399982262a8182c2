import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The real data that tests read: the folder `shared` beside the project's, never part of the project. */
const folder = fileURLToPath(new URL('../../../../shared/data/', import.meta.url))

/** Words for a test that is left out because the data is not there; `null` where it is. */
export const absentData: string | null = existsSync(folder)
  ? null
  : `left out: no ../shared/data beside the project (looked in ${folder})`

/** A file of the shared data as text. */
export function sharedText(name: string): string {
  return readFileSync(`${folder}${name}`, 'utf8')
}

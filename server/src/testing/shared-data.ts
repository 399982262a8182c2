import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../../../shared/data/', import.meta.url))

/** Whether the catalogues that tests read beside the project are there. */
export const hasSharedData = existsSync(folder)

/** A file of `../shared/data`, which is no part of the project. */
export const readSharedData = (path: string) => readFileSync(`${folder}${path}`, 'utf8')

if (!hasSharedData) console.warn(`Tests on real catalogues are skipped: there is no ${folder}`)

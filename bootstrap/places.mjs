import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root folder of the repository. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/** Where the pinned tools live; git-ignored, may be deleted at any time. */
export const toolsFolder = join(root, '.tools')

/** The folder of their commands. */
export const binFolder = join(toolsFolder, 'node_modules', '.bin')

/** The folder of the commands that the project's own packages bring. */
export const packageBinFolder = join(root, 'node_modules', '.bin')
